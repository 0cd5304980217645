SELECT content, kind, is_private,
       coalesce((SELECT file_name FROM attachment WHERE message = m.id LIMIT 1), (SELECT name FROM outgoing_file WHERE uuid = m.uuid LIMIT 1)),
       uuid
FROM message m
WHERE conversation = ? AND kind <> 2 AND NOT is_deleted
ORDER BY created_at DESC, ordinal IS NULL DESC, ordinal DESC
LIMIT 1
