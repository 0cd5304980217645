SELECT id FROM message WHERE uuid = ?
