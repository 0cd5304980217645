SELECT id FROM template WHERE ifnull(account, 0) = ?1 AND source = ?2 AND name = ?3
