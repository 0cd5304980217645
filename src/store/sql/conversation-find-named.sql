SELECT id FROM conversation WHERE remote_id = ?1 AND (?2 = 0 OR account = ?2) AND NOT is_gone ORDER BY id LIMIT 1
