-- whose draft a file is of
SELECT conversation, is_private FROM outgoing_file WHERE id = ? AND uuid IS NULL
