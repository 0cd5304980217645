-- with compliance nothing of what was before stays
UPDATE payment_watch SET was = CASE WHEN ?1 = 'held' THEN NULL WHEN changed_at = 0 THEN known ELSE was END, known = ?1, changed_at = ?2, is_told = 0
WHERE reference = ?3
