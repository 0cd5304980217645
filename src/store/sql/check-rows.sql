SELECT c.remote_id FROM conversation c
WHERE NOT c.is_gone AND NOT EXISTS (SELECT 1 FROM thread t WHERE t.id = c.id)
