SELECT id, remote_id, synced_from, synced_to, newest_ordinal, history_wanted
FROM conversation
WHERE account = ? AND (newest_ordinal > synced_to OR synced_from < 0 OR history_wanted) AND NOT is_gone
ORDER BY id = ? DESC, last_activity_at DESC
LIMIT ?
