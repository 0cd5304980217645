UPDATE intent SET not_before = ?, floor = ?, is_restarted = 1, updated_at = unixepoch() WHERE id = ? AND state = 'queued'
