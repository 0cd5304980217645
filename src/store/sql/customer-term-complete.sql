SELECT term, n FROM customer_term WHERE kind = ? AND term >= ? AND term < ? ORDER BY n DESC LIMIT ?
