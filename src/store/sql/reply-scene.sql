-- to whom a reply of a conversation goes
SELECT coalesce(b.channel, 0), c.can_reply, c.labels, u.name, u.email,
       coalesce(json_extract(u.json, '$.language'), json_extract(u.json, '$.preferred_language'), json_extract(u.json, '$.locale'), json_extract(u.json, '$.lang')),
       coalesce(json_type(c.json, '$.verification'), json_type(c.json, '$.payment_refs')), json_extract(c.json, '$.verification.verified_at'),
       json_extract(c.json, '$.verification.method') = 'call_back', a.agent_email, b.address,
       (SELECT value FROM setting WHERE account = c.account AND key = 'domains')
FROM (SELECT *, CASE WHEN json_valid(attributes_json) THEN attributes_json ELSE '{}' END AS json FROM conversation WHERE id = ?) AS c
JOIN account a ON a.id = c.account
LEFT JOIN inbox b ON b.id = c.inbox
LEFT JOIN (SELECT *, CASE WHEN json_valid(attributes_json) THEN attributes_json ELSE '{}' END AS json FROM customer) AS u ON u.id = c.customer
