SELECT row FROM customer_doc WHERE doc = ? AND row > 0
