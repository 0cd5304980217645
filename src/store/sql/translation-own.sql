-- ?1 the bit of the agent's own view, ?2 how many conversations at most, ?3 the kind of a customer's message. What was
-- written last there, where a customer wrote it
SELECT t.id, m.content
FROM (SELECT id FROM thread WHERE views & ?1 ORDER BY last_activity_at DESC, id LIMIT ?2) AS t
CROSS JOIN message AS m ON m.id = (
  SELECT n.id FROM message AS n
  WHERE n.conversation = t.id AND n.kind <> 2 AND NOT n.is_deleted
  ORDER BY n.created_at DESC, n.ordinal IS NULL DESC, n.ordinal DESC LIMIT 1)
WHERE m.kind = ?3 AND NOT m.is_private AND m.content <> ''
