DELETE FROM fee_schedule WHERE address = ?1
