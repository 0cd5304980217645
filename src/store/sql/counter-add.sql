INSERT INTO counter (key, n, n_unread) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET n = n + excluded.n, n_unread = n_unread + excluded.n_unread
