DELETE FROM draft WHERE conversation IN (SELECT id FROM conversation WHERE account = ?)
