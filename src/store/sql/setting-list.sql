SELECT key, value FROM setting WHERE account = ?
