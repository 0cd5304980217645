SELECT id FROM message WHERE account = ? AND remote_id = ?
