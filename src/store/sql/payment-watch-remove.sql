DELETE FROM payment_watch WHERE reference = ?
