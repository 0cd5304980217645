-- of an article the digest of its title and body was kept: it is another one where neither that nor the version is the same;
-- an article may be named by its slug, which its translations share, or as its own text in one language
SELECT s.kind, s.source_id, nullif(s.version, ''), nullif(s.locale, ''),
       CASE s.kind
         WHEN 'article' THEN coalesce((SELECT title FROM article WHERE slug = s.source_id AND locale = s.locale LIMIT 1),
                                      (SELECT title FROM article WHERE slug = s.source_id LIMIT 1),
                                      (SELECT title FROM article WHERE remote_id = s.source_id LIMIT 1))
         WHEN 'template' THEN (SELECT title FROM template WHERE name = s.source_id LIMIT 1)
       END,
       s.kind = 'article' AND s.version <> ''
         AND EXISTS (SELECT 1 FROM article WHERE slug = s.source_id AND locale = s.locale)
         AND NOT EXISTS (SELECT 1 FROM article WHERE slug = s.source_id AND locale = s.locale AND s.version IN (digest, version))
FROM reply_source s
WHERE s.message = ? AND s.kind <> 'translation'
ORDER BY s.kind DESC, s.source_id
