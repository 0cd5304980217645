SELECT color FROM label WHERE account = ? AND title = ?
