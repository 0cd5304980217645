UPDATE intent SET state = 'queued', checks = 0, check_asked = 0, hold = 'none', not_before = unixepoch(), updated_at = unixepoch()
WHERE id = ? AND state = 'uncertain' AND checks = ?
