-- ?1 the company's number; a conversation may name the payment by any of its names
SELECT id FROM thread
WHERE views <> 0 AND id IN (
  SELECT conversation FROM conversation_payment
  WHERE reference = ?1 OR reference IN (SELECT alias FROM payment_alias WHERE reference = ?1))
ORDER BY last_activity_at DESC, id
LIMIT 50
