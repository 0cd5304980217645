SELECT id, revision, locale, terms, terms_version, title, body, questions, tags FROM article WHERE revision > ?1 ORDER BY revision LIMIT ?2
