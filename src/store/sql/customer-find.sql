SELECT id FROM customer WHERE account = ? AND remote_id = ?
