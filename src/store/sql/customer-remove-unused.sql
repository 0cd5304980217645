DELETE FROM customer WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM conversation WHERE customer = ?1)
