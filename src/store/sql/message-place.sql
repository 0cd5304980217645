SELECT m.id, m.conversation FROM message_doc d JOIN message m ON m.id = d.row WHERE d.doc = ? AND d.row > 0
