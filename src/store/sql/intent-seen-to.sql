UPDATE intent SET floor = max(floor, ?) WHERE id = ? AND state = 'queued'
