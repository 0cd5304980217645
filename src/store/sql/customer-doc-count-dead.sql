SELECT count(*) FROM customer_doc WHERE row = 0
