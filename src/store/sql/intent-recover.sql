-- the waits begin anew: when the last byte left is not known
UPDATE intent SET state = 'uncertain', uncertain_since_ms = ?, checks = 0, updated_at = unixepoch() WHERE account = ? AND state = 'sending'
