SELECT coalesce(full_content, content) FROM message WHERE id = ?
