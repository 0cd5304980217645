-- ?1 the bit of the agent's own view, ?2 how many at most
SELECT id FROM thread WHERE views & ?1 ORDER BY last_activity_at DESC, id LIMIT ?2
