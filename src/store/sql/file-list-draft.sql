SELECT id, digest, name, content_type, size FROM outgoing_file WHERE conversation = ? AND is_private = ? AND uuid IS NULL ORDER BY id
