DELETE FROM customer_doc
