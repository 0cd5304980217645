-- ?1 the company's number; a conversation may name the payment by any of its names
SELECT t.id FROM conversation AS c JOIN thread AS t ON t.id = c.id
WHERE instr (c.attributes_json, 'payment_ref') > 0 AND json_valid(c.attributes_json) AND t.views <> 0 AND EXISTS (
  SELECT 1 FROM (
    SELECT CASE r.type WHEN 'object' THEN json_extract(r.value, '$.reference') ELSE r.value END AS name
    FROM json_each(c.attributes_json, '$.payment_refs') AS r WHERE r.type IN ('text', 'object')
    UNION ALL
    SELECT json_extract(c.attributes_json, '$.payment_reference'))
  WHERE name = ?1 OR name IN (SELECT alias FROM payment_alias WHERE reference = ?1))
ORDER BY t.last_activity_at DESC, t.id
LIMIT 50
