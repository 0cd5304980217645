UPDATE intent SET state = 'uncertain', uncertain_since_ms = ?, detail = ?, is_doubted = ?, checks = 0, updated_at = unixepoch()
WHERE id = ? AND state = 'sending'
