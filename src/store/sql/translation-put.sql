UPDATE translation SET state = 'done', text = NULL, names = NULL, result = ?2, error_code = -1, error_text = NULL, at = ?3 WHERE id = ?1
