UPDATE conversation SET n_messages = n_messages + 1, newest_ordinal = max(newest_ordinal, ?) WHERE id = ?
