UPDATE intent SET state = 'cancelled', updated_at = unixepoch() WHERE id = ? AND state IN ('queued', 'scheduled', 'held', 'failed', 'uncertain')
