-- A check that the agent asked for is one more: the waits go on. One that was decided on what is no longer so does not
-- count: two for one wait would end the waits early, and send twice what is still on its way.
UPDATE intent SET checks = checks + (check_asked = 0), check_asked = 0, hold = 'none', updated_at = unixepoch()
WHERE id = ? AND state = 'uncertain' AND checks = ?
