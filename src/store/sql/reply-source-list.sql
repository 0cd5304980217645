SELECT s.kind, s.source_id, nullif(s.version, ''), nullif(s.locale, ''),
       CASE s.kind WHEN 'article' THEN ifnull((SELECT title FROM article WHERE slug = s.source_id AND locale = s.locale LIMIT 1),
                                              (SELECT title FROM article WHERE slug = s.source_id LIMIT 1)) END
FROM reply_source s
WHERE s.message = ?
ORDER BY s.kind DESC, s.source_id
