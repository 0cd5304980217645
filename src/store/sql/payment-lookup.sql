SELECT name, outcome, asked_at, etag, record FROM payment_lookup WHERE service = ?1 AND name = ?2
