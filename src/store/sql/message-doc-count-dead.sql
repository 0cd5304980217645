SELECT count(*) FROM message_doc WHERE row = 0
