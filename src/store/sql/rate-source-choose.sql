UPDATE rate_source SET service = ?1, url = ?2, ca_file = ?3, has_history = 0, asked_at = 0, error = NULL
