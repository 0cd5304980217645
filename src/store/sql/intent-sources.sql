SELECT s.value ->> 'kind', s.value ->> 'id', s.value ->> 'version', s.value ->> 'locale', s.value ->> 'text'
FROM intent AS i, json_each(i.payload, '$.sources') AS s WHERE i.id = ?
