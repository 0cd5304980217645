SELECT remote_id, file_name, content_type, kind, url, size FROM attachment WHERE message = ? ORDER BY remote_id
