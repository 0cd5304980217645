INSERT INTO fee_schedule (name, version, valid_from, text, is_example, address, kept_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, unixepoch())
ON CONFLICT (name, version) DO UPDATE SET valid_from = excluded.valid_from, text = excluded.text, is_example = excluded.is_example,
  address = ifnull(excluded.address, fee_schedule.address)
