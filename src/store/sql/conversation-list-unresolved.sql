SELECT remote_id FROM conversation WHERE account = ? AND status <> 3 AND NOT is_gone
