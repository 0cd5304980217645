SELECT article_row.*, article.body, article.questions FROM article_row JOIN article USING (id) WHERE article_row.id = ?1
