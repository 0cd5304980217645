UPDATE intent SET state = 'queued', checks = 0, check_asked = 0, not_before = unixepoch(), updated_at = unixepoch()
WHERE id = ? AND state = 'uncertain' AND checks = ?
