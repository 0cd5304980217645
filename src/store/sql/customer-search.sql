SELECT id, account, remote_id, name, email, phone, identifier, company, city, country, country_code, description, attributes_json, created_at,
       last_activity_at, is_blocked, tier
FROM customer WHERE folded_matches(search_key, ?1)
ORDER BY substr(search_key, 1, length(?1)) = ?1 DESC, last_activity_at DESC
LIMIT ?2
