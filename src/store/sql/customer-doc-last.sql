SELECT max(doc) FROM customer_doc WHERE doc BETWEEN ?1 AND ?1 + 255
