SELECT target, text, id FROM example ORDER BY id DESC LIMIT ?1
