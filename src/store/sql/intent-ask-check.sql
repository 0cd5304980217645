UPDATE intent SET check_asked = 1, updated_at = unixepoch() WHERE id = ? AND state = 'uncertain'
