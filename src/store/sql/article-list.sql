-- ?1 kind or NULL, ?2 category or NULL, ?3 source or NULL, ?4 favourites only, ?5 used ones only, ?6 not read as they are now only
SELECT article_row.*, NULL, NULL FROM article_row
WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR category = ?2) AND (?3 IS NULL OR source = ?3)
  AND (NOT ?4 OR is_favourite) AND (NOT ?5 OR used_at > 0 OR read_at > 0) AND (NOT ?6 OR is_changed)
ORDER BY source, account, slug, id
