SELECT id FROM conversation WHERE account = ?
