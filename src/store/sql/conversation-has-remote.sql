SELECT synced_from <> 0 FROM conversation WHERE id = ?
