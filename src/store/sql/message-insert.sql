INSERT INTO message (account, conversation, remote_id, ordinal, kind, sender_kind, sender_id, sender_name, content, full_content, subject,
                     uuid, error, in_reply_to, delivery, created_at, is_private, is_deleted, rating)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
