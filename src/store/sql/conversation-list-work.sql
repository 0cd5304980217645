-- ?2 before all, then the newest, by the index of what is to be read: sorting all of them for every batch took
-- longer than reading them
SELECT id, remote_id, synced_from, synced_to, newest_ordinal, history_wanted
FROM conversation
WHERE id = ?2 AND account = ?1 AND (newest_ordinal > synced_to OR synced_from < 0 OR history_wanted) AND NOT is_gone
UNION ALL
SELECT * FROM (
  SELECT id, remote_id, synced_from, synced_to, newest_ordinal, history_wanted
  FROM conversation
  WHERE account = ?1 AND (newest_ordinal > synced_to OR synced_from < 0 OR history_wanted) AND NOT is_gone AND id <> ?2
  ORDER BY last_activity_at DESC
  LIMIT ?3)
LIMIT ?3
