DELETE FROM attachment WHERE message = ?
