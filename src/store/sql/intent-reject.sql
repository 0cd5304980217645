UPDATE intent SET state = 'failed', detail = ?, updated_at = unixepoch() WHERE id = ? AND state IN ('queued', 'scheduled', 'sending', 'uncertain')
