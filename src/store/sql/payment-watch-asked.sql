UPDATE payment_watch SET asked_at = ? WHERE reference = ?
