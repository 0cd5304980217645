-- ?1 the bit of the agent's own view, ?2 how many conversations at most, ?3 now. What they name, unless it was
-- asked for before; not while there is nobody to ask
INSERT INTO payment_wish (reference, wished_at, is_wanted)
SELECT DISTINCT r.reference, ?3, 1 FROM (
  SELECT id FROM thread WHERE views & ?1 ORDER BY last_activity_at DESC, id LIMIT ?2) AS t
JOIN (
  SELECT c.id AS conversation, CASE r.type WHEN 'object' THEN json_extract(r.value, '$.reference') ELSE r.value END AS reference
  FROM conversation AS c, json_each(CASE WHEN json_valid(c.attributes_json) THEN c.attributes_json ELSE '{}' END, '$.payment_refs') AS r
  WHERE instr (c.attributes_json, 'payment_ref') > 0 AND r.type IN ('text', 'object')
  UNION ALL
  SELECT c.id, json_extract(c.attributes_json, '$.payment_reference')
  FROM conversation AS c
  WHERE instr (c.attributes_json, 'payment_ref') > 0 AND json_valid(c.attributes_json)) AS r ON r.conversation = t.id
WHERE r.reference IS NOT NULL AND EXISTS (SELECT 1 FROM payment_service)
  AND NOT EXISTS (SELECT 1 FROM payment_wish AS w WHERE w.reference = r.reference)
  AND NOT EXISTS (SELECT 1 FROM payment_lookup AS l WHERE l.service = 'ledger' AND l.name = r.reference)
ON CONFLICT (reference) DO NOTHING
