-- ?1 the bit of the agent's own view, ?2 how many conversations at most, ?3 now. What they name, unless it was
-- asked for before; not while there is nobody to ask
INSERT INTO payment_wish (reference, wished_at, is_wanted)
SELECT DISTINCT p.reference, ?3, 1
FROM (SELECT id FROM thread WHERE views & ?1 ORDER BY last_activity_at DESC, id LIMIT ?2) AS t
CROSS JOIN conversation_payment AS p ON p.conversation = t.id
WHERE EXISTS (SELECT 1 FROM payment_service)
  AND NOT EXISTS (SELECT 1 FROM payment_wish AS w WHERE w.reference = p.reference)
  AND NOT EXISTS (SELECT 1 FROM payment_lookup AS l WHERE l.service = 'ledger' AND l.name = p.reference)
ON CONFLICT (reference) DO NOTHING
