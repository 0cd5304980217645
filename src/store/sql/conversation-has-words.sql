SELECT (SELECT count(*) FROM draft WHERE conversation = ?1)
     + (SELECT count(*) FROM intent WHERE conversation = ?1 AND kind IN ('reply', 'note') AND state NOT IN ('done', 'cancelled'))
