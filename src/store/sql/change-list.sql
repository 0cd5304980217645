SELECT seq, kind, row, old_activity_at, new_activity_at, old_due_at, new_due_at, old_views, new_views, channel, labels_changed
FROM change_log WHERE seq > ? AND seq <= ? ORDER BY seq
