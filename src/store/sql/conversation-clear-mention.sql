UPDATE conversation SET is_mentioned = 0 WHERE id = ?
