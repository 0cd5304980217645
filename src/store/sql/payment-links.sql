-- payment_refs is a list of references or of objects {reference, role}; payment_reference, which some desks have, is one
SELECT reference, max(role), max(conversation = ?1), max(conversation <> ?1) FROM (
  SELECT c.id AS conversation, CASE r.type WHEN 'object' THEN json_extract(r.value, '$.reference') ELSE r.value END AS reference,
    CASE r.type WHEN 'object' THEN json_extract(r.value, '$.role') END AS role
  FROM conversation AS c, json_each(CASE WHEN json_valid(c.attributes_json) THEN c.attributes_json ELSE '{}' END, '$.payment_refs') AS r
  WHERE (c.id = ?1 OR c.customer = (SELECT customer FROM conversation WHERE id = ?1)) AND r.type IN ('text', 'object')
  UNION ALL
  SELECT c.id, json_extract(c.attributes_json, '$.payment_reference'), NULL
  FROM conversation AS c
  WHERE (c.id = ?1 OR c.customer = (SELECT customer FROM conversation WHERE id = ?1)) AND json_valid(c.attributes_json))
WHERE reference IS NOT NULL
GROUP BY reference
ORDER BY max(conversation = ?1) DESC, max(conversation) DESC, reference
