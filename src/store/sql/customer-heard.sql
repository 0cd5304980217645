-- what the customer wrote, the newest first; kind 0 is incoming
SELECT content FROM message
WHERE conversation = ? AND kind = 0 AND NOT is_private AND NOT is_deleted AND content <> ''
ORDER BY created_at DESC, ordinal DESC, id DESC LIMIT 8
