DELETE FROM change_log WHERE seq < (SELECT max(seq) FROM change_log) - 20000
