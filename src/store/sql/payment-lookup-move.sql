-- what another server said is not this one's
DELETE FROM payment_lookup
WHERE (service = ?1 OR (?1 = 'ledger' AND service IN ('stats', 'limits', 'changes', 'about', 'policy'))) AND EXISTS (SELECT 1 FROM payment_service WHERE kind = ?1 AND url <> ?2)
