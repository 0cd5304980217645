SELECT count(*) FROM article WHERE revision > ?
