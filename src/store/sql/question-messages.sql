-- the newest first; with ?2 what came before that message
SELECT kind, content, subject, created_at FROM message
WHERE conversation = ?1 AND NOT is_private AND NOT is_deleted AND NOT is_duplicate AND kind IN (0, 1)
  AND (?2 = 0 OR (created_at, id) < (SELECT created_at, id FROM message WHERE id = ?2))
ORDER BY created_at DESC, ordinal DESC, id DESC LIMIT ?3
