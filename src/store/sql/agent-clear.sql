DELETE FROM agent WHERE account = ?
