INSERT INTO inbox (account, remote_id, name, address, channel) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (account, remote_id) DO UPDATE SET name = excluded.name, address = excluded.address, channel = excluded.channel
