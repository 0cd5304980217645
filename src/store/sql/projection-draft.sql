SELECT text FROM draft WHERE conversation = ? ORDER BY is_private LIMIT 1
