SELECT id, remote_id FROM article WHERE ifnull(account, 0) = ?1 AND source = ?2 AND kind <> 'template'
