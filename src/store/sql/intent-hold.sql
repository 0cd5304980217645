UPDATE intent SET state = 'held', hold = ?, detail = ?, check_asked = 0, updated_at = unixepoch() WHERE id = ? AND state IN ('queued', 'uncertain')
