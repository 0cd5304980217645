SELECT name FROM payment_lookup WHERE service = 'ledger' AND customer = ?1 AND record IS NOT NULL ORDER BY id DESC
