UPDATE intent SET not_before = ?, hold = ?, updated_at = unixepoch() WHERE id = ? AND state = 'uncertain'
