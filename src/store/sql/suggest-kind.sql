SELECT kind FROM article WHERE id = ?1
