-- what the desk keeps of the procedures of a conversation: one attribute each
SELECT j.key, j.value
FROM conversation c, json_each(CASE WHEN json_valid(c.attributes_json) THEN c.attributes_json ELSE '{}' END) j
WHERE c.id = ? AND j.type = 'text' AND substr(j.key, 1, 10) = 'procedure_'
ORDER BY j.key
