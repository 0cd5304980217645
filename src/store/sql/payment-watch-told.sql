UPDATE payment_watch SET is_told = 1 WHERE reference = ?
