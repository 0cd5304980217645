-- ?1 the bit of the agent's own view, ?2 how many at most of each kind. A reference may come more than once: linked by
-- a conversation, with its customer, and looked up
SELECT r.reference, coalesce(nullif(u.name, ''), u.email, u.phone) FROM (
  SELECT id, customer FROM thread WHERE views & ?1 ORDER BY last_activity_at DESC, id LIMIT ?2) AS t
JOIN conversation AS c ON c.id = t.id AND instr (c.attributes_json, 'payment_ref') > 0
LEFT JOIN customer AS u ON u.id = t.customer
JOIN (
  SELECT c.id AS conversation, CASE r.type WHEN 'object' THEN json_extract(r.value, '$.reference') ELSE r.value END AS reference
  FROM conversation AS c, json_each(CASE WHEN json_valid(c.attributes_json) THEN c.attributes_json ELSE '{}' END, '$.payment_refs') AS r
  WHERE instr (c.attributes_json, 'payment_ref') > 0 AND r.type IN ('text', 'object')
  UNION ALL
  SELECT c.id, json_extract(c.attributes_json, '$.payment_reference')
  FROM conversation AS c
  WHERE instr (c.attributes_json, 'payment_ref') > 0 AND json_valid(c.attributes_json)) AS r ON r.conversation = c.id
WHERE r.reference IS NOT NULL
UNION ALL
SELECT * FROM (
  SELECT coalesce((SELECT reference FROM payment_alias WHERE alias = l.name), l.name), NULL
  FROM payment_lookup AS l
  WHERE l.service IN ('ledger', 'gpi', 'wise') AND l.record IS NOT NULL
  ORDER BY l.id DESC LIMIT ?2)
UNION ALL
SELECT * FROM (SELECT reference, NULL FROM payment_wish WHERE is_wanted ORDER BY wished_at DESC LIMIT ?2)
UNION ALL
SELECT reference, NULL FROM payment_watch
