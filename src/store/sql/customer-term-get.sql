SELECT n FROM customer_term WHERE kind = ? AND term = ?
