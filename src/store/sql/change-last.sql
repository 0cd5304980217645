SELECT seq FROM sqlite_sequence WHERE name = 'change_log'
