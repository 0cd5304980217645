SELECT text FROM fee_schedule WHERE name = ?1 AND version = ?2
