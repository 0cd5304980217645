-- Of every source that has it: ?1 slug, ?2 source or NULL, ?3 account or -1
SELECT article_row.*, NULL, NULL FROM article_row
WHERE slug = ?1 AND (?2 IS NULL OR source = ?2) AND (?3 < 0 OR ifnull(account, 0) = ?3)
ORDER BY account IS NOT NULL, id
