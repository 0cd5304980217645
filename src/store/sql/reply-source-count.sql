SELECT n_replies, n_resolved, last_at FROM source_use WHERE kind = ? AND source_id = ?
