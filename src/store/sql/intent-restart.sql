UPDATE intent SET state = 'queued', not_before = ?, floor = ?, is_restarted = 1, updated_at = unixepoch() WHERE id = ? AND state IN ('queued', 'scheduled')
