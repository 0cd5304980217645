-- in whatever dialect the asker named its language
SELECT id, source, target, service, state, text, names, result, error_code, error_text, at
FROM translation
WHERE digest = ?1 AND target = ?2 AND service = ?3
ORDER BY state = 'done' DESC, at DESC
LIMIT 1
