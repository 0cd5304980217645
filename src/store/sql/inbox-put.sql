-- the same again changes nothing
INSERT INTO inbox (account, remote_id, name, address, channel) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (account, remote_id) DO UPDATE SET name = excluded.name, address = excluded.address, channel = excluded.channel
WHERE name IS NOT excluded.name OR address IS NOT excluded.address OR channel <> excluded.channel
