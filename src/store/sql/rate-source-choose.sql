-- another server may have another history
UPDATE rate_source SET service = ?1, url = ?2, ca_file = ?3, error = NULL,
  has_history = CASE WHEN service IS ?1 AND url IS ?2 THEN has_history ELSE 0 END,
  asked_at = CASE WHEN service IS ?1 AND url IS ?2 THEN asked_at ELSE 0 END
