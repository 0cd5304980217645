-- nobody is told that the desk refused to note who has read
UPDATE intent SET state = 'cancelled' WHERE id = ? AND state = 'failed'
