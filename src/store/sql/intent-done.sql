UPDATE intent SET state = 'done', hold = 'none', updated_at = unixepoch() WHERE id = ? AND state <> 'cancelled'
