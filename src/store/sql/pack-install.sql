INSERT INTO pack (address, public_key, pack_id, format, version, digest, etag, is_signed, checked_at, changed_at, error)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, unixepoch(), unixepoch(), NULL)
ON CONFLICT (address) DO UPDATE SET pack_id = excluded.pack_id, format = excluded.format, version = excluded.version,
  digest = excluded.digest, etag = excluded.etag, is_signed = excluded.is_signed, checked_at = excluded.checked_at,
  changed_at = excluded.changed_at, error = NULL
