UPDATE reading SET is_favourite = ?2 WHERE id = ?1
