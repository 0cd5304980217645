-- customers whose conversations moved last: theirs are the names and references that a paste may bring; payment_refs and
-- payment_reference as in payment-links
SELECT u.name, CASE r.type WHEN 'object' THEN json_extract(r.value, '$.reference') WHEN 'text' THEN r.value
                           ELSE json_extract(c.json, '$.payment_reference') END
FROM (SELECT id FROM thread ORDER BY last_activity_at DESC LIMIT 100) AS t
JOIN (SELECT id, customer, CASE WHEN json_valid(attributes_json) THEN attributes_json ELSE '{}' END AS json FROM conversation) AS c ON c.id = t.id
JOIN customer AS u ON u.id = c.customer
LEFT JOIN json_each(c.json, '$.payment_refs') AS r
WHERE c.customer IS NOT (SELECT customer FROM conversation WHERE id = ?)
