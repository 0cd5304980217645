SELECT count(*) FROM intent
WHERE conversation = ?1 AND kind IN ('reply', 'note') AND (state = 'failed' OR state = 'held' OR (state = 'uncertain' AND hold = 'gone'))
