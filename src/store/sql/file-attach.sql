INSERT INTO outgoing_file (conversation, is_private, uuid, digest, name, content_type, size) VALUES (?, ?, ?, ?, ?, ?, ?)
