INSERT INTO payment_lookup (service, name, customer, outcome, asked_at, etag, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (service, name) DO UPDATE SET customer = excluded.customer, outcome = excluded.outcome,
  asked_at = excluded.asked_at, etag = excluded.etag, record = excluded.record
WHERE excluded.asked_at >= asked_at
