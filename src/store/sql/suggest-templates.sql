-- slugs, one a line
SELECT templates FROM article WHERE id = ?1
