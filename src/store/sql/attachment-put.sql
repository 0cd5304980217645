INSERT INTO attachment (message, remote_id, file_name, content_type, kind, url, size) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (message, remote_id) DO UPDATE SET file_name = excluded.file_name, url = excluded.url, size = excluded.size
