SELECT address, public_key, pack_id, format, version, digest, etag, is_signed, checked_at, changed_at, error FROM pack ORDER BY address
