UPDATE conversation SET
  synced_from = CASE WHEN ?1 >= 0 THEN ?1 ELSE synced_from END,
  synced_to = max(synced_to, ?2),
  newest_ordinal = max(newest_ordinal, ?2),
  history_wanted = ?3
WHERE id = ?4
