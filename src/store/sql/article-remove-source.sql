DELETE FROM article WHERE account IS NULL AND source = ?1
