SELECT 'pack:' || one.pack_id FROM pack AS one WHERE one.address = ?1 AND one.pack_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM pack AS other WHERE other.pack_id = one.pack_id AND other.address <> one.address)
