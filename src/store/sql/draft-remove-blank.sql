-- nothing is left of it
DELETE FROM draft
WHERE conversation = ?1 AND is_private = ?2 AND text = ''
  AND NOT EXISTS (SELECT 1 FROM outgoing_file WHERE conversation = ?1 AND is_private = ?2 AND uuid IS NULL)
