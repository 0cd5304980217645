SELECT id, source, target, service, state, text, names, result, error_code, error_text, at
FROM translation
WHERE digest = ?1 AND source = ?2 AND target = ?3 AND service = ?4
