-- Delivery goes forward (sent, delivered, read) or to failed; from failed only a retry leads back.
-- What is deleted stays so, with nothing left of its text, whatever an older answer says.
-- A row that would not change is left alone, so that nobody is told of it.
WITH new (remote_id, ordinal, kind, sender_id, sender_name, content, full_content, subject, uuid, error, in_reply_to, delivery, created_at,
          is_private, is_deleted, rating) AS (VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
UPDATE message SET
  remote_id = new.remote_id, ordinal = new.ordinal, kind = new.kind, sender_id = coalesce(new.sender_id, message.sender_id),
  sender_name = coalesce(new.sender_name, message.sender_name), content = CASE WHEN message.is_deleted > new.is_deleted THEN message.content ELSE new.content END,
  full_content = CASE WHEN message.is_deleted OR new.is_deleted THEN NULL ELSE coalesce(new.full_content, message.full_content) END,
  subject = coalesce(new.subject, message.subject), uuid = coalesce(message.uuid, new.uuid), error = new.error, in_reply_to = new.in_reply_to,
  delivery = CASE WHEN new.delivery = 4 OR message.delivery = 4 OR new.delivery > message.delivery THEN new.delivery ELSE message.delivery END,
  created_at = new.created_at, is_private = new.is_private, is_deleted = max(new.is_deleted, message.is_deleted),
  rating = max(new.rating, message.rating)
FROM new
WHERE message.id = ?
  AND (message.remote_id IS NOT new.remote_id OR message.is_deleted <= new.is_deleted AND message.content IS NOT new.content OR message.error IS NOT new.error
       OR message.is_deleted < new.is_deleted OR message.rating < new.rating OR message.created_at <> new.created_at
       OR new.full_content IS NOT NULL AND message.full_content IS NULL AND NOT message.is_deleted AND NOT new.is_deleted
       OR new.delivery <> message.delivery AND (new.delivery = 4 OR message.delivery = 4 OR new.delivery > message.delivery))
