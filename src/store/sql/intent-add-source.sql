UPDATE intent
SET payload = json_insert(json_insert(payload, '$.sources', json('[]')), '$.sources[#]',
                          json_object('kind', ?2, 'id', ?3, 'version', ?4, 'locale', ?5, 'text', ?6, 'original', ?7))
WHERE id = ?1
