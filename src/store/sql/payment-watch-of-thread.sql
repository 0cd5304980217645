-- what is new there, but that a payment went to compliance
SELECT reference FROM payment_watch WHERE conversation = ? AND changed_at > 0 AND known <> 'held' ORDER BY changed_at DESC, reference
