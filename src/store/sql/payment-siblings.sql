-- the other payments of the ledger's customer whose payment this is
SELECT DISTINCT o.name FROM payment_lookup AS p
JOIN payment_lookup AS o ON o.service = 'ledger' AND o.customer = p.customer AND o.record IS NOT NULL
WHERE p.service = 'ledger' AND p.name = ? AND p.customer IS NOT NULL
ORDER BY o.id DESC
LIMIT 20
