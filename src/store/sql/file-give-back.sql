UPDATE outgoing_file SET uuid = NULL WHERE uuid = ?
