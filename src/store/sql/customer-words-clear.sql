INSERT INTO customer_words (customer_words) VALUES ('delete-all')
