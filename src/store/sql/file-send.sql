UPDATE outgoing_file SET uuid = ?1 WHERE id = ?2 AND conversation = ?3 AND is_private = ?4 AND uuid IS NULL
