DELETE FROM payment_lookup WHERE service IN ('gpi', 'wise') AND name IN (?1, ?2)
