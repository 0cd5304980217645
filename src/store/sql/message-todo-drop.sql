DELETE FROM message_todo WHERE row = ?
