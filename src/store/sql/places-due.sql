SELECT due_at, id FROM thread
WHERE due_at IS NOT NULL AND views & ?1 AND (?2 = 0 OR views & ?2) AND (?3 < 0 OR channel = ?3)
ORDER BY due_at, id
