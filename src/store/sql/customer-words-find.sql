SELECT rowid FROM customer_words WHERE customer_words MATCH ?1 AND rowid >= ?2 ORDER BY rowid DESC LIMIT ?3
