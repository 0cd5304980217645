UPDATE intent SET state = 'cancelled', updated_at = unixepoch() WHERE id = ? AND state IN ('queued', 'held', 'failed', 'uncertain')
