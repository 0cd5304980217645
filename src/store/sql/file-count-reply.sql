SELECT count(*) FROM outgoing_file WHERE uuid = ?
