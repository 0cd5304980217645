DELETE FROM pack WHERE address = ?1
