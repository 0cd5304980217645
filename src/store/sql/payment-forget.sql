DELETE FROM payment_lookup WHERE service IN ('gpi', 'wise') AND name IN (SELECT alias FROM payment_alias WHERE reference = ?1)
