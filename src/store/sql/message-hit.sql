-- a message for a list of what was found, and the conversation it is in
SELECT m.conversation, m.account, c.remote_id, coalesce(t.channel, i.channel, 0), t.customer, coalesce(nullif(u.name, ''), u.email, u.phone, '?'),
       m.kind, m.sender_kind, m.sender_name, m.is_private, m.created_at, coalesce(m.full_content, m.content), m.subject,
       (SELECT group_concat(a.file_name, ' ') FROM attachment a WHERE a.message = m.id), m.remote_id
FROM message m
JOIN conversation c ON c.id = m.conversation
LEFT JOIN thread t ON t.id = c.id
LEFT JOIN inbox i ON i.id = c.inbox
LEFT JOIN customer u ON u.id = c.customer
WHERE m.id = ?
