-- changes of a conversation that is no longer there
UPDATE intent SET state = 'cancelled', updated_at = unixepoch()
WHERE conversation = ? AND kind NOT IN ('reply', 'note') AND state NOT IN ('done', 'cancelled')
