INSERT INTO payment_choice (conversation, reference) VALUES (?, ?)
