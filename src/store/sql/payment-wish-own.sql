-- ?1 the bit of the agent's own view, ?2 how many conversations at most, ?3 now. What they name, unless it was
-- asked for before; not while there is nobody to ask
INSERT INTO payment_wish (reference, wished_at, is_wanted)
SELECT DISTINCT r.reference, ?3, 1 FROM (
  WITH own AS (
    SELECT c.attributes_json AS json
    FROM (SELECT id FROM thread WHERE views & ?1 ORDER BY last_activity_at DESC, id LIMIT ?2) AS t
    CROSS JOIN conversation AS c ON c.id = t.id
    WHERE instr (c.attributes_json, 'payment_ref') > 0 AND json_valid(c.attributes_json))
  SELECT CASE e.type WHEN 'object' THEN json_extract(e.value, '$.reference') ELSE e.value END AS reference
  FROM own, json_each(own.json, '$.payment_refs') AS e
  WHERE e.type IN ('text', 'object')
  UNION ALL
  SELECT json_extract(json, '$.payment_reference') FROM own) AS r
WHERE r.reference IS NOT NULL AND EXISTS (SELECT 1 FROM payment_service)
  AND NOT EXISTS (SELECT 1 FROM payment_wish AS w WHERE w.reference = r.reference)
  AND NOT EXISTS (SELECT 1 FROM payment_lookup AS l WHERE l.service = 'ledger' AND l.name = r.reference)
ON CONFLICT (reference) DO NOTHING
