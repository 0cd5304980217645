-- a change of state is looked at when it is on its way: it is safe to repeat, so it can be held there
UPDATE intent SET state = 'held', hold = ?, detail = ?, check_asked = 0, updated_at = unixepoch()
WHERE id = ? AND (state IN ('queued', 'scheduled', 'uncertain') OR (state = 'sending' AND kind NOT IN ('reply', 'note')))
