SELECT m.id, m.created_at, CASE WHEN m.kind <> 2 AND NOT m.is_deleted THEN coalesce(m.full_content, m.content) END, m.subject,
       (SELECT group_concat(a.file_name, ' ') FROM attachment a WHERE a.message = m.id)
FROM message m
WHERE m.id <= ?1 AND NOT EXISTS (SELECT 1 FROM message_doc d WHERE d.row = m.id AND d.row > 0)
ORDER BY m.id DESC LIMIT ?2
