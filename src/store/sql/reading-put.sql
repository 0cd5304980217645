INSERT INTO reading (account, source, slug) SELECT account, source, slug FROM article WHERE id = ?1
ON CONFLICT (slug, source, ifnull(account, 0)) DO NOTHING
