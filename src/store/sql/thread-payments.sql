-- the payments that a conversation names, two at most: of several nobody knows which is meant
SELECT reference FROM conversation_payment WHERE conversation = ?1 LIMIT 2
