SELECT conversation FROM payment_watch WHERE conversation IS NOT NULL AND changed_at > 0
