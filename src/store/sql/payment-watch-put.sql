-- of a payment that is watched already only the place is another
INSERT INTO payment_watch (reference, conversation, since, known) VALUES (?1, nullif(?2, 0), ?3, ?4)
ON CONFLICT (reference) DO UPDATE SET conversation = coalesce(excluded.conversation, conversation)
