SELECT id FROM account WHERE origin = ? AND remote_id = ?
