SELECT m.id, m.created_at, CASE WHEN m.kind <> 2 AND NOT m.is_deleted THEN coalesce(m.full_content, m.content) END, m.subject,
       (SELECT group_concat(a.file_name, ' ') FROM attachment a WHERE a.message = m.id)
FROM message_todo t JOIN message m ON m.id = t.row
ORDER BY t.row DESC LIMIT ?
