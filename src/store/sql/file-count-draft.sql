SELECT count(*) FROM outgoing_file WHERE conversation = ? AND is_private = ? AND uuid IS NULL
