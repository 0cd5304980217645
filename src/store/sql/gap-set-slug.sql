UPDATE gap SET slug = ?2 WHERE id = ?1
