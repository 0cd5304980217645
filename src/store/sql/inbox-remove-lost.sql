DELETE FROM inbox WHERE account = ? AND instr(?, ',' || remote_id || ',') = 0
