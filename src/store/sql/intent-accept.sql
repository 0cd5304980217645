UPDATE intent SET state = 'done', hold = 'none', remote_id = ?, updated_at = unixepoch()
WHERE uuid = ? AND state NOT IN ('done', 'cancelled')
