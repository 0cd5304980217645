INSERT INTO payment_wish (reference, wished_at, is_wanted) VALUES (?, ?, 1)
ON CONFLICT (reference) DO UPDATE SET wished_at = excluded.wished_at, is_wanted = 1
