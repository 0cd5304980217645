UPDATE translation SET state = 'failed', error_code = ?2, error_text = ?3, at = ?4 WHERE id = ?1 AND state = 'wanted'
