INSERT INTO translation (digest, source, target, service, state, text, names, at) VALUES (?1, ?2, ?3, ?4, 'wanted', ?5, ?6, ?7)
ON CONFLICT (digest, source, target, service)
DO UPDATE SET state = 'wanted', text = excluded.text, names = excluded.names, error_code = -1, error_text = NULL, at = excluded.at
WHERE state = 'failed'
