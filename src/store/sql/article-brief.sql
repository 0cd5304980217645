SELECT remote_id, locale, title, audience, body FROM article WHERE id = ?1
