-- what never left or was refused, and what the agent has thought better of
UPDATE intent SET state = 'cancelled', updated_at = unixepoch()
WHERE conversation = ? AND kind = ? AND (state IN ('held', 'failed') OR (state = 'queued' AND attempts = 0))
