DELETE FROM thread WHERE id = ?
