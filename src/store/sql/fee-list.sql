SELECT text FROM fee_schedule ORDER BY name, valid_from, kept_at
