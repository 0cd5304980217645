INSERT INTO message (account, conversation, content, uuid, is_private, kind, sender_kind, delivery, created_at)
VALUES (?, ?, ?, ?, ?, 1, 2, 0, unixepoch())
