SELECT t.id FROM thread t
WHERE NOT EXISTS (SELECT 1 FROM conversation c WHERE c.id = t.id)
