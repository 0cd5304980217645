DELETE FROM message WHERE conversation = ? AND remote_id IS NOT NULL
