-- customers whose conversations moved last: theirs are the names and references that a paste may bring
SELECT u.name, p.reference
FROM (SELECT id FROM thread ORDER BY last_activity_at DESC LIMIT 100) AS t
JOIN conversation AS c ON c.id = t.id
JOIN customer AS u ON u.id = c.customer
LEFT JOIN conversation_payment AS p ON p.conversation = c.id
WHERE c.customer IS NOT (SELECT customer FROM conversation WHERE id = ?)
