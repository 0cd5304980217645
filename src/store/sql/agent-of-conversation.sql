-- the agents of the account of a conversation, and whether it is the one who works here
SELECT g.remote_id, g.name, g.remote_id IS a.agent_id
FROM conversation c JOIN account a ON a.id = c.account JOIN agent g ON g.account = a.id
WHERE c.id = ?
