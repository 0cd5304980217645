UPDATE intent SET check_asked = 1, not_before = unixepoch(), updated_at = unixepoch() WHERE id = ? AND state = 'uncertain'
