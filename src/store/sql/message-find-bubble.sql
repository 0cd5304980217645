SELECT id FROM message WHERE uuid = ? AND remote_id IS NULL AND conversation = ?
