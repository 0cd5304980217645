SELECT id, locale, title, body, questions, tags FROM article WHERE id > ?1 AND terms_version <> ?2 ORDER BY id LIMIT ?3
