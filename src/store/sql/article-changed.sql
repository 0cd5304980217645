SELECT id, revision, locale, terms, terms_version, title, body, questions, tags, kind, category, source, audience, corridors, currencies
FROM article WHERE revision > ?1 ORDER BY revision LIMIT ?2
