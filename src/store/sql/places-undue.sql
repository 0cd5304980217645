SELECT 9223372036854775807, id FROM thread
WHERE due_at IS NULL AND views & ?1 AND (?2 = 0 OR views & ?2) AND (?3 < 0 OR channel = ?3)
ORDER BY id
