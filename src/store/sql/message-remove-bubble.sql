DELETE FROM message WHERE uuid = ? AND remote_id IS NULL
