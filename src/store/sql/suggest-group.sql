SELECT other.id, other.kind, other.remote_id, other.slug, other.title, other.locale, other.audience, other.source, other.tags
FROM article
JOIN article AS other ON other.slug = article.slug AND other.source = article.source AND ifnull(other.account, 0) = ifnull(article.account, 0)
WHERE article.id = ?1 ORDER BY other.id
