INSERT INTO payment_alias (alias, reference) VALUES (?1, ?2)
ON CONFLICT (alias) DO UPDATE SET reference = excluded.reference
