-- nothing is new: it stands as the agent knows it
UPDATE payment_watch SET known = ?1, was = NULL, changed_at = 0 WHERE reference = ?2
