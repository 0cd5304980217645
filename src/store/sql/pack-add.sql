INSERT INTO pack (address, public_key) VALUES (?1, ?2)
ON CONFLICT (address) DO UPDATE SET public_key = excluded.public_key, etag = NULL, digest = NULL, is_signed = 0, checked_at = 0
