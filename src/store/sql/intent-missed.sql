UPDATE intent SET checks = checks + 1, check_asked = 0, updated_at = unixepoch() WHERE id = ? AND state = 'uncertain'
