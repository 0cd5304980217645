DELETE FROM customer_todo
