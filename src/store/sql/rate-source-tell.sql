UPDATE rate_source SET asked_at = ?1, has_history = ?2, error = ?3
