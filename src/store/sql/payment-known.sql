-- ?1 the bit of the agent's own view, ?2 how many at most of each kind. A reference may come more than once: linked by
-- a conversation, with its customer, and looked up
SELECT p.reference, coalesce(nullif(u.name, ''), u.email, u.phone)
FROM (SELECT id, customer FROM thread WHERE views & ?1 ORDER BY last_activity_at DESC, id LIMIT ?2) AS t
CROSS JOIN conversation_payment AS p ON p.conversation = t.id
LEFT JOIN customer AS u ON u.id = t.customer
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
