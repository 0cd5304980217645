SELECT count(*) FROM intent
WHERE conversation = ? AND (state = 'held' OR (state = 'failed' AND kind IN ('reply', 'note')))
