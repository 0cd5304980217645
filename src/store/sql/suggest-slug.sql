SELECT slug FROM article WHERE id = ?1
