-- the waits begin anew: when the last byte left is not known; a change of state is safe to repeat
UPDATE intent SET
  state = CASE WHEN kind IN ('reply', 'note') THEN 'uncertain' ELSE 'queued' END,
  uncertain_since_ms = ?, checks = 0, updated_at = unixepoch()
WHERE account = ? AND state = 'sending'
