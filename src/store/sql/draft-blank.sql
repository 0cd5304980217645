UPDATE draft SET text = '', caret = 0, sources = NULL, updated_at = unixepoch() WHERE conversation = ? AND is_private = ?
