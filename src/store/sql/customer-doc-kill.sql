UPDATE customer_doc SET row = 0 WHERE row = ? AND row > 0
