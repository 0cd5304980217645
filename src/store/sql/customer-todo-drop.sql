DELETE FROM customer_todo WHERE row = ?
