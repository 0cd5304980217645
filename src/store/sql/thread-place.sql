SELECT views, last_activity_at, due_at, channel, labels FROM thread WHERE id = ?
