-- a check that the agent asked for is one more: the waits go on
UPDATE intent SET checks = checks + (check_asked = 0), check_asked = 0, updated_at = unixepoch() WHERE id = ? AND state = 'uncertain'
