SELECT customer FROM conversation WHERE id = ?
