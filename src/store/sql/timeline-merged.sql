-- all conversations of the customer of ?1
SELECT m.id, m.conversation, coalesce(b.channel, 0), m.remote_id, m.kind, m.sender_kind, m.sender_name, m.content, m.full_content, m.subject,
       m.error, m.delivery, m.created_at, m.is_private, m.is_deleted, m.is_duplicate,
       m.sender_kind = 2 AND (m.remote_id IS NULL OR m.sender_id IS a.agent_id), m.rating, m.uuid,
       i.id, i.state, i.hold, i.detail, i.not_before, q.content, q.sender_name, json_extract(i.payload, '$.then.status')
FROM conversation of
JOIN conversation c ON c.id = of.id OR c.customer = of.customer
JOIN message m ON m.conversation = c.id
JOIN account a ON a.id = m.account
LEFT JOIN inbox b ON b.id = c.inbox
LEFT JOIN intent i ON i.uuid = m.uuid
LEFT JOIN message q ON q.account = m.account AND q.remote_id = m.in_reply_to AND q.conversation = m.conversation AND NOT q.is_deleted
WHERE of.id = ?
ORDER BY m.remote_id IS NULL DESC, m.created_at DESC, m.ordinal DESC, m.id DESC
LIMIT ?
