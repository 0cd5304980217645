-- replies on their way or stopped, and changes that are held or were refused; of those, what needs the agent
SELECT 'outbox', count(*), 0 FROM intent WHERE (kind IN ('reply', 'note') AND state NOT IN ('done', 'cancelled')) OR state IN ('held', 'failed') OR (state = 'uncertain' AND hold = 'gone')
UNION ALL
SELECT 'outbox:needing', count(*), 0 FROM intent WHERE state IN ('held', 'failed') OR (state = 'uncertain' AND hold = 'gone')
