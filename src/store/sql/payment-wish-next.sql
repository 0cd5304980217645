SELECT reference, is_wanted, problem FROM payment_wish WHERE is_wanted ORDER BY wished_at LIMIT 1
