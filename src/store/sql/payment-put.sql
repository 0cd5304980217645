INSERT INTO payment_lookup (service, name, alias, customer, outcome, asked_at, etag, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (service, name) DO UPDATE SET alias = excluded.alias, customer = excluded.customer, outcome = excluded.outcome,
  asked_at = excluded.asked_at, etag = excluded.etag, record = excluded.record
WHERE excluded.asked_at >= asked_at
