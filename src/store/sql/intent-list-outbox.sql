SELECT i.id, i.uuid, i.account, i.conversation, c.remote_id, coalesce(nullif(u.name, ''), u.email, u.phone, '?'), coalesce(b.channel, 0), i.kind, i.state,
       i.hold, json_extract(i.payload, '$.text'), i.detail, i.created_at, i.updated_at, i.not_before, i.floor, i.message, i.from_offline,
       i.is_confirmed, i.is_time_bound, i.is_restarted, i.is_doubted, i.checks, i.uncertain_since_ms, i.check_asked, i.base_status,
       i.base_assignee, json_extract(i.payload, '$.status'), json_extract(i.payload, '$.snoozed_until'),
       json_extract(i.payload, '$.assignee'), json_extract(i.payload, '$.priority'), json_extract(i.payload, '$.added'),
       json_extract(i.payload, '$.removed'), i.attempts, i.base_priority,
       (SELECT name FROM agent WHERE account = i.account AND remote_id = json_extract(i.payload, '$.assignee')),
       (SELECT name FROM agent WHERE account = i.account AND remote_id = i.detail AND i.kind = 'assign'), i.send_at,
       (SELECT group_concat(name, char(10)) FROM (SELECT name FROM outgoing_file WHERE uuid = i.uuid ORDER BY id)),
       json_extract(i.payload, '$.answered.id'), json_extract(i.payload, '$.then.status')
FROM intent i
LEFT JOIN conversation c ON c.id = i.conversation
LEFT JOIN customer u ON u.id = c.customer
LEFT JOIN inbox b ON b.id = c.inbox
WHERE i.state NOT IN ('done', 'cancelled') AND i.kind <> 'seen'
ORDER BY i.id
