INSERT OR REPLACE INTO agent (account, remote_id, name, email, availability, is_administrator) VALUES (?, ?, ?, ?, ?, ?)
