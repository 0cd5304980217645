INSERT OR REPLACE INTO team (account, remote_id, name, is_member) VALUES (?, ?, ?, ?)
