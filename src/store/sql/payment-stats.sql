-- a ledger's payment does not say from where it goes: any corridor to that country will do
SELECT name, outcome, asked_at, etag, record FROM payment_lookup
WHERE service = 'stats' AND name GLOB '*-' || ?2 || ' ' || ?1 ORDER BY asked_at DESC LIMIT 1
