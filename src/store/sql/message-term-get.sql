SELECT n FROM message_term WHERE kind = ? AND term = ?
