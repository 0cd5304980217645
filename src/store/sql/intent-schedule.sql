-- over everything the agent has seen by now; at its time it asks again
UPDATE intent SET
  state = 'scheduled', send_at = ?2, not_before = ?2, hold = 'none', detail = NULL, is_confirmed = 0, is_doubted = 0, is_restarted = 0,
  from_offline = 0, checks = 0, check_asked = 0, updated_at = unixepoch(),
  floor = max(floor, coalesce((SELECT max(ordinal) FROM message WHERE conversation = intent.conversation), 0)),
  base_status = (SELECT status FROM conversation WHERE id = intent.conversation),
  base_assignee = (SELECT assignee_id FROM conversation WHERE id = intent.conversation)
WHERE id = ?1 AND kind = 'reply' AND state IN ('scheduled', 'held') AND hold NOT IN ('deleted', 'gone')
