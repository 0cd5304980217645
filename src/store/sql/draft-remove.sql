DELETE FROM draft WHERE conversation = ? AND is_private = ?
