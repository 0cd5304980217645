SELECT u.id, u.id, u.name, u.email, u.phone, u.identifier, u.company, u.city, u.country, u.description,
       CASE WHEN json_valid(u.attributes_json) THEN (SELECT group_concat(j.atom, char(10)) FROM json_tree(u.attributes_json) j WHERE j.atom IS NOT NULL) END,
       (SELECT group_concat(c.remote_id, ' ') FROM conversation c WHERE c.customer = u.id AND NOT c.is_gone),
       (SELECT group_concat(c.labels, char(10)) FROM conversation c WHERE c.customer = u.id AND c.labels <> '')
FROM customer u
WHERE u.id <= ?1 AND NOT EXISTS (SELECT 1 FROM customer_doc d WHERE d.row = u.id AND d.row > 0)
ORDER BY u.id DESC LIMIT ?2
