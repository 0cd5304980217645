UPDATE gap SET n_asked = n_asked + 1, asked_last_at = unixepoch() WHERE id = ?1
