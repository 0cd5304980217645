-- another number with every change of an article that lists questions, and with every removal
SELECT ifnull(max(revision), 0) + (SELECT epoch FROM article_state) FROM article WHERE kind IN ('article', 'sop') AND ifnull(questions, '') <> ''
