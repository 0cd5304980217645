SELECT rowid FROM message_words WHERE message_words MATCH ?1 AND rowid >= ?2 ORDER BY rowid DESC LIMIT ?3
