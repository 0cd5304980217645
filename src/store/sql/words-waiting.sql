-- how many messages and customers are still to be taken in, or a little more: told to who searches
SELECT (SELECT count(*) FROM message_todo) + (SELECT count(*) FROM customer_todo) + sum(reached) FROM words_state
