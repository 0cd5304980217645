UPDATE reading SET used_at = unixepoch(), n_used = n_used + 1 WHERE id = ?1
