-- Of the replies that resolved a hundred say enough. A source names the article by its slug; older ones by the text that was inserted.
SELECT reviewed, updated_at,
       (SELECT count(*) FROM (
          SELECT DISTINCT s.message FROM reply_source AS s JOIN message AS m ON m.id = s.message JOIN conversation AS c ON c.id = m.conversation
          WHERE s.kind IN ('article', 'template') AND s.source_id IN (SELECT article.slug UNION ALL SELECT other.remote_id FROM article AS other WHERE other.slug = article.slug)
            AND NOT m.is_deleted AND c.status = 3 LIMIT 100))
FROM article WHERE id = ?1
