SELECT remote_id, locale, title, audience FROM article WHERE id = ?1
