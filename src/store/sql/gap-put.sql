INSERT INTO gap (account, text, locale, terms, asked_first_at, asked_last_at) VALUES (nullif(?1, 0), ?2, ?3, ?4, unixepoch(), unixepoch())
