SELECT id FROM conversation WHERE customer = ?
