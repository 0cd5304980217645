-- a deleted message has no files, even when an older answer tells of them
DELETE FROM attachment WHERE message = ?1 AND (SELECT is_deleted FROM message WHERE id = ?1)
