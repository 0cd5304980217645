SELECT u.id, u.id, u.name, u.email, u.phone, u.identifier, u.company, u.city, u.country, u.description,
       CASE WHEN json_valid(u.attributes_json) THEN (SELECT group_concat(j.atom, char(10)) FROM json_tree(u.attributes_json) j WHERE j.atom IS NOT NULL) END,
       (SELECT group_concat(c.remote_id, ' ') FROM conversation c WHERE c.customer = u.id AND NOT c.is_gone),
       (SELECT group_concat(c.labels, char(10)) FROM conversation c WHERE c.customer = u.id AND c.labels <> '')
FROM customer_todo t JOIN customer u ON u.id = t.row
ORDER BY t.row DESC LIMIT ?
