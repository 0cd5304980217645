UPDATE conversation SET is_gone = 1, n_messages = 0, newest_ordinal = 0, synced_to = 0, synced_from = -1 WHERE id = ?
