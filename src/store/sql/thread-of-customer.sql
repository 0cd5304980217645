SELECT id FROM thread WHERE customer = ? AND views <> 0 ORDER BY last_activity_at DESC, id
