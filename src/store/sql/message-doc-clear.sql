DELETE FROM message_doc
