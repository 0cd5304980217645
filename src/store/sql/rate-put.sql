INSERT INTO rate (day, currency, digits, scale) VALUES (?1, ?2, ?3, ?4)
