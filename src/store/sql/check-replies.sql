SELECT c.remote_id,
       (SELECT count(*) FROM intent i
        WHERE i.conversation = t.id AND i.kind IN ('reply', 'note') AND i.state IN ('queued', 'scheduled', 'sending', 'uncertain', 'held', 'failed')) AS n,
       t.n_waiting + t.n_needing AS stored
FROM thread t
JOIN conversation c ON c.id = t.id
WHERE n <> stored
