UPDATE message SET in_reply_to = ?2 WHERE uuid = ?1 AND remote_id IS NULL
