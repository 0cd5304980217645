DELETE FROM account WHERE id = ?
