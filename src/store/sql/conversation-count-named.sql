SELECT count(*) FROM conversation WHERE remote_id = ? AND NOT is_gone
