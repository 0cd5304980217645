SELECT id FROM intent WHERE uuid = ?
