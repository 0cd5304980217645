-- What of a conversation says which rules concern it.
SELECT CASE WHEN json_valid(conversation.attributes_json) THEN json_extract(conversation.attributes_json, '$.corridor') END, customer.country_code
FROM conversation LEFT JOIN customer ON customer.id = conversation.customer WHERE conversation.id = ?1
