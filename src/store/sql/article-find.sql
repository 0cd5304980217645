SELECT id FROM article WHERE remote_id = ?1 ORDER BY account IS NOT NULL, id LIMIT 1
