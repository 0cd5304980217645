UPDATE payment_lookup SET asked_at = max(asked_at, ?3) WHERE service = ?1 AND name = ?2
