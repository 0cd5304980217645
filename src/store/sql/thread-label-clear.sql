DELETE FROM thread_label WHERE thread = ?
