UPDATE account SET
  sync_since = CASE WHEN sync_state = ? THEN sync_since ELSE unixepoch() END,
  sync_state = ?, next_try_at = ?, last_pass_at = max(last_pass_at, ?), done = ?, total = ?, error_code = ?, error_text = ?
WHERE id = ?
