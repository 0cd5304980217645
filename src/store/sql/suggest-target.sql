SELECT id FROM article WHERE slug = ?1 ORDER BY account IS NOT NULL, id LIMIT 1
