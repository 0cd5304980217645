DELETE FROM fee_schedule WHERE name = ?1 AND is_example
