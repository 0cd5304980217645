-- what was said in a conversation, the newest first; a reply that waits to be sent is no witness for itself
SELECT content, is_private, kind, subject FROM message
WHERE conversation = ? AND remote_id IS NOT NULL AND NOT is_deleted AND kind IN (0, 1)
ORDER BY created_at DESC, ordinal DESC
LIMIT 200
