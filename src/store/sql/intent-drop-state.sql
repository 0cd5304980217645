-- a change of state that the server refused: its overlay goes, nobody can edit it
UPDATE intent SET state = 'cancelled' WHERE id = ? AND state = 'failed'
