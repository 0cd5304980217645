SELECT id, source, target, service, state, text, names, result, error_code, error_text, at
FROM translation
WHERE state = 'wanted'
ORDER BY id
LIMIT 1
