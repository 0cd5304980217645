SELECT labels FROM conversation WHERE id = ?
