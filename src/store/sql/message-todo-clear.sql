DELETE FROM message_todo
