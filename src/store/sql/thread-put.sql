INSERT INTO thread (id, account, customer, channel, views, status, priority, assignee_id, labels, last_activity_at, due_at, waiting_since,
                    snoozed_until, unread_count, snippet, snippet_flags, n_waiting, n_needing)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
  account = excluded.account, customer = excluded.customer, channel = excluded.channel, views = excluded.views, status = excluded.status,
  priority = excluded.priority, assignee_id = excluded.assignee_id, labels = excluded.labels, last_activity_at = excluded.last_activity_at,
  due_at = excluded.due_at, waiting_since = excluded.waiting_since, snoozed_until = excluded.snoozed_until,
  unread_count = excluded.unread_count, snippet = excluded.snippet, snippet_flags = excluded.snippet_flags,
  n_waiting = excluded.n_waiting, n_needing = excluded.n_needing
