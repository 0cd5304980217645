DELETE FROM customer_term
