-- customers whose conversations moved last: theirs are the names and references that a paste may bring
SELECT u.name, CASE WHEN json_valid(c.attributes_json) THEN json_extract(c.attributes_json, '$.payment_reference') END
FROM (SELECT id FROM thread ORDER BY last_activity_at DESC LIMIT 100) AS t
JOIN conversation c ON c.id = t.id
JOIN customer u ON u.id = c.customer
WHERE c.customer IS NOT (SELECT customer FROM conversation WHERE id = ?)
