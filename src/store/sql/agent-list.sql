SELECT remote_id, name, email, availability, is_administrator FROM agent WHERE ?1 = 0 OR account = ?1 ORDER BY name
