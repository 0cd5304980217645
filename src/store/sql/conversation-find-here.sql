SELECT id FROM conversation WHERE account = ? AND remote_id = ? AND NOT is_gone
