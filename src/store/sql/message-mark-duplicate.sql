UPDATE message SET is_duplicate = 1 WHERE uuid = ?
