INSERT INTO payment_service (kind, url, ca_file) VALUES (?1, ?2, ?3)
ON CONFLICT (kind) DO UPDATE SET url = excluded.url, ca_file = excluded.ca_file
