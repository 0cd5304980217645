UPDATE reading SET acknowledged_at = unixepoch() WHERE id = ?1 AND acknowledged_at = 0
