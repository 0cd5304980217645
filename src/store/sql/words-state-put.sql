UPDATE words_state SET version = ?2, reached = ?3 WHERE kind = ?1
