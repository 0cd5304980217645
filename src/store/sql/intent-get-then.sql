SELECT conversation, payload ->> '$.then.status', payload ->> '$.then.snoozed_until'
FROM intent WHERE id = ? AND state = 'done' AND payload -> '$.then' IS NOT NULL
  AND (payload ->> '$.then.snoozed_until' = 0 OR payload ->> '$.then.snoozed_until' > unixepoch())
