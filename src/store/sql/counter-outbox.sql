-- replies on their way or stopped; of those, what needs the agent
SELECT 'outbox', count(*), 0 FROM intent WHERE kind IN ('reply', 'note') AND state NOT IN ('done', 'cancelled')
UNION ALL
SELECT 'outbox:needing', count(*), 0 FROM intent WHERE kind IN ('reply', 'note') AND state IN ('held', 'failed')
