-- one without words is called after its first file
SELECT coalesce(nullif(text, ''), (SELECT name FROM outgoing_file f WHERE f.conversation = d.conversation AND f.is_private = d.is_private AND f.uuid IS NULL
                                   ORDER BY f.id LIMIT 1), '')
FROM draft d WHERE conversation = ? ORDER BY is_private LIMIT 1
