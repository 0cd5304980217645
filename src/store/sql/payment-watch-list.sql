SELECT w.reference, coalesce(w.conversation, 0), c.remote_id, coalesce(nullif(u.name, ''), u.email, u.phone), w.since, w.changed_at, w.is_told, w.was, w.known,
       w.asked_at
FROM payment_watch AS w
LEFT JOIN conversation AS c ON c.id = w.conversation
LEFT JOIN customer AS u ON u.id = c.customer
ORDER BY w.changed_at DESC, w.since DESC, w.reference
