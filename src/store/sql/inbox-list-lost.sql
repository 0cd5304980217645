SELECT c.id FROM conversation c JOIN inbox i ON i.id = c.inbox
WHERE c.account = ? AND instr(?, ',' || i.remote_id || ',') = 0
