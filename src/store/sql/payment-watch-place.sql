SELECT coalesce(conversation, 0) FROM payment_watch WHERE reference = ?
