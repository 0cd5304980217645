SELECT slug, title, questions, body FROM article WHERE kind IN ('article', 'sop') ORDER BY id LIMIT ?1
