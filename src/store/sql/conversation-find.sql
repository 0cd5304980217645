SELECT id FROM conversation WHERE account = ? AND remote_id = ?
