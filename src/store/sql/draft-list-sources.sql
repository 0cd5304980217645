SELECT s.value ->> 'kind', s.value ->> 'id', s.value ->> 'version', s.value ->> 'locale', s.value ->> 'text', s.value ->> 'original'
FROM draft d, json_each(d.sources) s
WHERE d.conversation = ? AND d.is_private = ?
ORDER BY s.key
