SELECT value FROM setting WHERE account = ? AND key = ?
