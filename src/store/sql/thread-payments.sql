-- the payments that a conversation names, two at most: of several nobody knows which is meant
SELECT DISTINCT reference FROM (
  SELECT CASE r.type WHEN 'object' THEN json_extract(r.value, '$.reference') ELSE r.value END AS reference
  FROM conversation AS c, json_each(CASE WHEN json_valid(c.attributes_json) THEN c.attributes_json ELSE '{}' END, '$.payment_refs') AS r
  WHERE c.id = ?1 AND instr (c.attributes_json, 'payment_ref') > 0 AND r.type IN ('text', 'object')
  UNION ALL
  SELECT json_extract(c.attributes_json, '$.payment_reference')
  FROM conversation AS c
  WHERE c.id = ?1 AND instr (c.attributes_json, 'payment_ref') > 0 AND json_valid(c.attributes_json))
WHERE reference IS NOT NULL
LIMIT 2
