SELECT id, account, source, remote_id, locale, title, body, questions, tags, category, url, audience, updated_at FROM article WHERE id = ?1
