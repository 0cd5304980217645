DELETE FROM outgoing_file WHERE uuid = ?
