-- of the conversation, and of the others of its customer
SELECT p.reference, max(p.role), max(c.id = ?1), max(c.id <> ?1)
FROM conversation AS c
JOIN conversation_payment AS p ON p.conversation = c.id
WHERE c.id = ?1 OR c.customer = (SELECT customer FROM conversation WHERE id = ?1)
GROUP BY p.reference
ORDER BY max(c.id = ?1) DESC, max(c.id) DESC, p.reference
