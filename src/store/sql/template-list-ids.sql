SELECT id, name FROM template WHERE ifnull(account, 0) = ?1 AND source = ?2
