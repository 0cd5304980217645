INSERT INTO reading_text (reading, locale, read_at, digest, title, body)
SELECT ?1, ifnull(locale, ''), unixepoch(), digest, title, body FROM article WHERE id = ?2
ON CONFLICT (reading, locale) DO UPDATE SET read_at = excluded.read_at, digest = excluded.digest, title = excluded.title, body = excluded.body
