DELETE FROM label WHERE account = ?
