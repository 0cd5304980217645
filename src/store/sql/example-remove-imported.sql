DELETE FROM example WHERE message IS NULL
