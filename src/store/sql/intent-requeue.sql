UPDATE intent SET state = 'queued', not_before = ?, detail = ?, from_offline = max(from_offline, ?), updated_at = unixepoch()
WHERE id = ? AND state IN ('sending', 'queued', 'scheduled')
