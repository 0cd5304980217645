SELECT known, was, changed_at FROM payment_watch WHERE reference = ?
