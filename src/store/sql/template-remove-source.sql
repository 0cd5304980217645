DELETE FROM template WHERE account IS NULL AND source = ?1
