UPDATE article_state SET revision = revision + 1
