SELECT name, outcome, asked_at, etag, record FROM payment_lookup
WHERE service = 'ledger' AND id = coalesce(
  (SELECT id FROM payment_lookup WHERE service = 'ledger' AND name = ?1 AND record IS NOT NULL),
  (SELECT max(id) FROM payment_lookup WHERE service = 'ledger' AND alias = ?1),
  (SELECT id FROM payment_lookup WHERE service = 'ledger' AND name = ?1))
