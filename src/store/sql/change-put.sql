INSERT INTO change_log (kind, row, old_activity_at, new_activity_at, old_due_at, new_due_at, old_views, new_views, channel, labels_changed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
