-- ?1 a ledger's payment that changed, ?2 now. Only what is known here is asked for again, by the name it is watched by
INSERT INTO payment_wish (reference, wished_at, is_wanted)
SELECT reference, ?2, 1 FROM (
  SELECT name AS reference FROM payment_lookup WHERE service = 'ledger' AND name = ?1
  UNION
  SELECT reference FROM payment_watch WHERE reference = ?1 OR reference IN (SELECT alias FROM payment_alias WHERE reference = ?1))
WHERE TRUE
ON CONFLICT (reference) DO UPDATE SET wished_at = excluded.wished_at, is_wanted = 1
