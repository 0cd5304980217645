-- the change of the same kind that never left, or was refused, of which a new one takes the place
SELECT base_status, base_assignee, base_priority, json_extract(payload, '$.added'), json_extract(payload, '$.removed')
FROM intent
WHERE conversation = ? AND kind = ? AND ((state = 'queued' AND attempts = 0) OR state = 'failed')
ORDER BY id DESC
LIMIT 1
