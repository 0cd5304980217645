SELECT count(*) FROM intent WHERE conversation = ? AND state IN ('queued', 'scheduled', 'sending', 'uncertain') AND kind IN ('reply', 'note')
