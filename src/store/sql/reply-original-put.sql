INSERT OR REPLACE INTO reply_original (uuid, language, text, service) VALUES (?, ?, ?, ?)
