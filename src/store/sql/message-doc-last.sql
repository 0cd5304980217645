SELECT max(doc) FROM message_doc WHERE doc BETWEEN ?1 AND ?1 + 255
