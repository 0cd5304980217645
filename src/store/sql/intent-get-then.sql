SELECT conversation, payload ->> '$.then.status', payload ->> '$.then.snoozed_until'
FROM intent WHERE id = ? AND state = 'done' AND payload -> '$.then' IS NOT NULL
