SELECT id, terms, text FROM gap WHERE state = 'open' AND ifnull(account, 0) = ?1 ORDER BY n_asked DESC, id
