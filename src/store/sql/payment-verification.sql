-- who writes in a conversation was verified: when, how, by whom
SELECT json_extract(json, '$.verification.verified_at'), json_extract(json, '$.verification.method'), json_extract(json, '$.verification.by')
FROM (SELECT CASE WHEN json_valid(attributes_json) THEN attributes_json ELSE '{}' END AS json FROM conversation WHERE id = ?)
