SELECT term, n FROM message_term WHERE kind = ? AND term >= ? AND term < ? ORDER BY n DESC LIMIT ?
