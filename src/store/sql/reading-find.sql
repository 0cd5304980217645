SELECT reading.id FROM article JOIN reading ON reading.slug = article.slug AND reading.source = article.source
  AND ifnull(reading.account, 0) = ifnull(article.account, 0)
WHERE article.id = ?1
