-- payment_refs is a list of references or of objects {reference, role}; payment_reference, which some desks have, is one
SELECT reference, max(role), max(conversation = ?1), max(verified_at), max(method) FROM (
  SELECT c.id AS conversation, CASE r.type WHEN 'object' THEN json_extract(r.value, '$.reference') ELSE r.value END AS reference,
    CASE r.type WHEN 'object' THEN json_extract(r.value, '$.role') END AS role,
    CASE WHEN c.id = ?1 THEN json_extract(c.attributes_json, '$.verification.verified_at') END AS verified_at,
    CASE WHEN c.id = ?1 THEN json_extract(c.attributes_json, '$.verification.method') END AS method
  FROM conversation AS c, json_each(CASE WHEN json_valid(c.attributes_json) THEN c.attributes_json ELSE '{}' END, '$.payment_refs') AS r
  WHERE (c.id = ?1 OR c.customer = (SELECT customer FROM conversation WHERE id = ?1)) AND r.type IN ('text', 'object')
  UNION ALL
  SELECT c.id, json_extract(c.attributes_json, '$.payment_reference'), NULL,
    CASE WHEN c.id = ?1 THEN json_extract(c.attributes_json, '$.verification.verified_at') END,
    CASE WHEN c.id = ?1 THEN json_extract(c.attributes_json, '$.verification.method') END
  FROM conversation AS c
  WHERE (c.id = ?1 OR c.customer = (SELECT customer FROM conversation WHERE id = ?1)) AND json_valid(c.attributes_json))
WHERE reference IS NOT NULL
GROUP BY reference
ORDER BY max(conversation = ?1) DESC, max(conversation) DESC, reference
