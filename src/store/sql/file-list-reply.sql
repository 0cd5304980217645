SELECT id, digest, name, content_type, size FROM outgoing_file WHERE uuid = ? ORDER BY id
