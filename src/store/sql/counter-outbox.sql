-- replies on their way or stopped, and changes that are held; of those, what needs the agent
SELECT 'outbox', count(*), 0 FROM intent WHERE (kind IN ('reply', 'note') AND state NOT IN ('done', 'cancelled')) OR state = 'held' OR (state = 'uncertain' AND hold = 'gone')
UNION ALL
SELECT 'outbox:needing', count(*), 0 FROM intent WHERE (kind IN ('reply', 'note') AND state = 'failed') OR state = 'held' OR (state = 'uncertain' AND hold = 'gone')
