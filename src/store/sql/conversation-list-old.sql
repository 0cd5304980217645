SELECT id FROM conversation WHERE account = ? AND last_activity_at < ? AND status = 3
