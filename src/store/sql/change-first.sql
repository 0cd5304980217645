SELECT min(seq) FROM change_log
