UPDATE gap SET state = iif(?2, 'open', 'closed'), closed_at = iif(?2, 0, unixepoch()) WHERE id = ?1
