-- as customer-search; then whether the name begins with ?2
SELECT u.id, u.account, u.remote_id, u.name, u.email, u.phone, u.identifier, u.company, u.city, u.country, u.country_code, u.description,
       u.attributes_json, u.created_at, u.last_activity_at, u.is_blocked, u.tier, substr(u.search_key, 1, length(?2)) = ?2
FROM customer_doc d JOIN customer u ON u.id = d.row WHERE d.doc = ?1 AND d.row > 0
