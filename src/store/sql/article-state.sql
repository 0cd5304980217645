SELECT epoch, revision FROM article_state
