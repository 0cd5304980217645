-- what the agent sees as she writes; an account is offline when its engine said so
SELECT c.account, coalesce(b.channel, 0), coalesce(t.status, c.status), CASE WHEN t.id IS NULL THEN c.assignee_id ELSE t.assignee_id END,
       coalesce((SELECT max(ordinal) FROM message WHERE conversation = c.id), 0), a.sync_state = 3,
       coalesce(t.priority, c.priority)
FROM conversation c
JOIN account a ON a.id = c.account
LEFT JOIN inbox b ON b.id = c.inbox
LEFT JOIN thread t ON t.id = c.id
WHERE c.id = ? AND NOT c.is_gone
