SELECT id, locale, terms, terms_version, title, body, questions, tags, audience, updated_at FROM article WHERE revision > ?1 ORDER BY revision
