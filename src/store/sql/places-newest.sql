SELECT -last_activity_at, id FROM thread
WHERE views & ?1 AND (?2 = 0 OR views & ?2) AND (?3 < 0 OR channel = ?3)
ORDER BY last_activity_at DESC, id
