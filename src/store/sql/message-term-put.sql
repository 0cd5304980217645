INSERT INTO message_term (kind, term, n) VALUES (?, ?, ?) ON CONFLICT (kind, term) DO UPDATE SET n = n + excluded.n
