-- without a name: whoever it was
DELETE FROM typing WHERE conversation = ?1 AND (?2 IS NULL OR name = ?2)
