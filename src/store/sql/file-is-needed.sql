SELECT 1 FROM outgoing_file WHERE digest = ? LIMIT 1
