SELECT c.remote_id, (SELECT count(*) FROM message m WHERE m.conversation = c.id AND m.remote_id IS NOT NULL) AS n, c.n_messages
FROM conversation c
WHERE n <> c.n_messages
