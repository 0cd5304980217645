SELECT name, outcome, asked_at, etag, record FROM payment_lookup
WHERE service = 'ledger' AND id = coalesce(
  (SELECT id FROM payment_lookup WHERE service = 'ledger' AND name = ?1 AND record IS NOT NULL),
  (SELECT l.id FROM payment_alias AS a JOIN payment_lookup AS l ON l.service = 'ledger' AND l.name = a.reference WHERE a.alias = ?1),
  (SELECT id FROM payment_lookup WHERE service = 'ledger' AND name = ?1))
