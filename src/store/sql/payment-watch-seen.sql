UPDATE payment_watch SET was = NULL, changed_at = 0 WHERE reference = ?
