SELECT c.account, c.customer, coalesce(i.channel, 0), c.status, c.priority, c.assignee_id, c.labels, c.last_activity_at, c.waiting_since,
       c.snoozed_until, c.unread_count, c.is_gone, c.is_mentioned, u.tier, a.agent_id, c.sla_first_reply, c.sla_next_reply, c.first_reply_at
FROM conversation c
JOIN account a ON a.id = c.account
LEFT JOIN inbox i ON i.id = c.inbox
LEFT JOIN customer u ON u.id = c.customer
WHERE c.id = ?
