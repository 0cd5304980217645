-- one that goes with a reply already is not the draft's any more
DELETE FROM outgoing_file WHERE id = ? AND uuid IS NULL
