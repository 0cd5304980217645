SELECT key, value FROM mark WHERE account = ?
