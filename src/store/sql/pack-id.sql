SELECT pack_id FROM pack WHERE address = ?1
