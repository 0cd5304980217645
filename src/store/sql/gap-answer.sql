UPDATE gap SET state = 'closed', closed_at = unixepoch(), slug = (SELECT slug FROM article WHERE id = ?2)
WHERE id = ?1 AND EXISTS (SELECT 1 FROM article WHERE id = ?2)
