DELETE FROM message_term
