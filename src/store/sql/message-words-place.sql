-- the newest messages that have the words, and the conversations they are in; those changed or removed since are not there
SELECT m.id, m.conversation
FROM (SELECT rowid AS doc FROM message_words WHERE message_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) w
CROSS JOIN message_doc d ON d.doc = w.doc
CROSS JOIN message m ON m.id = d.row
WHERE d.row > 0
ORDER BY w.doc DESC
