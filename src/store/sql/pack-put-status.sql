UPDATE pack SET etag = ?2, error = ?3, checked_at = unixepoch() WHERE address = ?1
