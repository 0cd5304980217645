-- how many messages are still to be taken in, or a little more: told to who searches
SELECT (SELECT count(*) FROM message_todo) + reached FROM words_state WHERE kind = 'message'
