SELECT count(*) FROM intent WHERE conversation = ? AND state IN ('queued', 'sending', 'uncertain') AND kind IN ('reply', 'note')
