INSERT INTO customer (account, remote_id, name, email, phone, identifier, company, city, country, country_code, description, attributes_json,
                      created_at, last_activity_at, is_blocked, tier, search_key)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, vip_tier(json_extract(?, '$.tier')), ?)
ON CONFLICT (account, remote_id) DO UPDATE SET
  name = excluded.name, email = excluded.email, phone = excluded.phone, identifier = excluded.identifier, company = excluded.company,
  city = excluded.city, country = excluded.country, country_code = excluded.country_code, description = excluded.description,
  attributes_json = excluded.attributes_json, created_at = max(created_at, excluded.created_at),
  last_activity_at = max(last_activity_at, excluded.last_activity_at), is_blocked = excluded.is_blocked, tier = excluded.tier,
  search_key = excluded.search_key
WHERE name IS NOT excluded.name OR email IS NOT excluded.email OR phone IS NOT excluded.phone OR identifier IS NOT excluded.identifier
   OR company IS NOT excluded.company OR city IS NOT excluded.city OR country IS NOT excluded.country
   OR description IS NOT excluded.description OR attributes_json IS NOT excluded.attributes_json OR is_blocked <> excluded.is_blocked
   OR search_key <> excluded.search_key
