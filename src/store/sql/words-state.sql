SELECT version, reached FROM words_state WHERE kind = ?
