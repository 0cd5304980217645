UPDATE conversation SET history_wanted = 1 WHERE id = ? AND synced_from <> 0
