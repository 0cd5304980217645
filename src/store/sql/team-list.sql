SELECT remote_id, name, is_member FROM team WHERE ?1 = 0 OR account = ?1 ORDER BY name
