INSERT OR REPLACE INTO label (account, title, description, color) VALUES (?, ?, ?, ?)
