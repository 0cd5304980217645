UPDATE intent SET not_before = ?, updated_at = unixepoch() WHERE id = ? AND state = 'uncertain'
