UPDATE intent SET state = 'cancelled', updated_at = unixepoch() WHERE conversation = ? AND kind = ? AND state = 'queued'
