-- to whom a reply of a conversation goes
SELECT coalesce(b.channel, 0), c.can_reply, c.labels, u.name, u.email,
       coalesce(json_type(c.json, '$.verification'), json_type(c.json, '$.payment_refs')), a.agent_email, b.address,
       (SELECT value FROM setting WHERE account = c.account AND key = 'domains'),
       (SELECT group_concat(DISTINCT substr(url || '/', 1, 8 + instr(substr(url || '/', 9), '/')))
        FROM article WHERE account = c.account AND source = 'help-centre' AND audience = 'public')
FROM (SELECT *, CASE WHEN json_valid(attributes_json) THEN attributes_json ELSE '{}' END AS json FROM conversation WHERE id = ?) AS c
JOIN account a ON a.id = c.account
LEFT JOIN inbox b ON b.id = c.inbox
LEFT JOIN customer u ON u.id = c.customer
