SELECT reading_text.title, reading_text.body, reading_text.read_at FROM article
JOIN reading ON reading.slug = article.slug AND reading.source = article.source AND ifnull(reading.account, 0) = ifnull(article.account, 0)
JOIN reading_text ON reading_text.reading = reading.id AND reading_text.locale = ifnull(article.locale, '')
WHERE article.id = ?1
