INSERT OR IGNORE INTO example_reply (message) VALUES (?1)
