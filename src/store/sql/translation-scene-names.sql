SELECT u.name, u.company, a.agent_name
FROM conversation c
JOIN account a ON a.id = c.account
LEFT JOIN customer u ON u.id = c.customer
WHERE c.id = ?
