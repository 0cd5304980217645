-- a source names the article by its slug; older ones by the text that was inserted
SELECT DISTINCT CASE WHEN EXISTS (SELECT 1 FROM article WHERE slug = source_id) THEN source_id
  ELSE ifnull((SELECT slug FROM article WHERE remote_id = source_id LIMIT 1), source_id) END
FROM reply_source WHERE message = ?1
