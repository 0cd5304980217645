SELECT count(*) FROM article WHERE ifnull(account, 0) = ?1 AND source = ?2 AND remote_id = ?3 AND fingerprint = ?4 AND terms_version = ?5
