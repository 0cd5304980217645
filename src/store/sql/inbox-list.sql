SELECT remote_id, name, address, channel FROM inbox WHERE ?1 = 0 OR account = ?1 ORDER BY channel, name
