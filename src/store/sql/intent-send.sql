UPDATE intent SET state = 'sending', attempts = attempts + 1, checks = 0, is_doubted = 0, updated_at = unixepoch()
WHERE id = ? AND state IN ('queued', 'scheduled') AND not_before <= unixepoch()
