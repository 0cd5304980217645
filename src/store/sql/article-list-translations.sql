SELECT other.*, NULL, NULL FROM article AS one JOIN article_row AS other
  ON other.slug = one.slug AND other.source = one.source AND ifnull(other.account, 0) = ifnull(one.account, 0)
WHERE one.id = ?1 ORDER BY other.locale, other.id
