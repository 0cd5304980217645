-- what the agent asked for and the server has not confirmed; while it is held the server's word stands
SELECT kind, json_extract(payload, '$.status'), json_extract(payload, '$.snoozed_until'), json_extract(payload, '$.assignee'),
       json_extract(payload, '$.priority'), json_extract(payload, '$.added'), json_extract(payload, '$.removed')
FROM intent
WHERE conversation = ? AND state NOT IN ('held', 'done', 'failed', 'cancelled') AND kind NOT IN ('reply', 'note')
ORDER BY id
