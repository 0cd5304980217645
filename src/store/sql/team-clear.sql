DELETE FROM team WHERE account = ?
