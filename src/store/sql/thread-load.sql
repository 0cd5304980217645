SELECT t.account, c.remote_id, t.customer, coalesce(nullif(u.name, ''), u.email, u.phone, '?'), c.subject, t.snippet, t.snippet_flags, u.tier,
       a.name, t.labels, t.channel, t.status, t.priority, t.last_activity_at, t.waiting_since, t.due_at, t.snoozed_until, t.unread_count,
       t.views, c.n_messages, t.n_waiting, t.n_needing, t.assignee_id
FROM thread t
JOIN conversation c ON c.id = t.id
LEFT JOIN customer u ON u.id = t.customer
LEFT JOIN agent a ON a.account = t.account AND a.remote_id = t.assignee_id
WHERE t.id = ?
