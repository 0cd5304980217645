-- what the desk has on the language of the customer of a conversation
SELECT coalesce(json_extract(u.json, '$.language'), json_extract(u.json, '$.language_name'), json_extract(u.json, '$.preferred_language'),
                json_extract(u.json, '$.locale'), json_extract(u.json, '$.lang'))
FROM conversation c
JOIN (SELECT id, CASE WHEN json_valid(attributes_json) THEN attributes_json ELSE '{}' END AS json FROM customer) AS u ON u.id = c.customer
WHERE c.id = ?
