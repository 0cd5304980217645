SELECT id, account, remote_id, name, email, phone, identifier, company, city, country, country_code, description, attributes_json, created_at,
       last_activity_at, is_blocked, tier
FROM customer WHERE id = ?
