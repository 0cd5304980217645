-- over everything the agent has seen by now; what she confirms is not asked again
UPDATE intent SET
  state = 'queued', hold = 'none', detail = NULL, is_confirmed = 1, is_doubted = 0, from_offline = 0, checks = 0, check_asked = 0, send_at = 0,
  not_before = unixepoch(), updated_at = unixepoch(),
  floor = max(floor, coalesce((SELECT max(ordinal) FROM message WHERE conversation = intent.conversation), 0)),
  base_status = (SELECT status FROM conversation WHERE id = intent.conversation),
  base_assignee = (SELECT assignee_id FROM conversation WHERE id = intent.conversation),
  base_priority = (SELECT priority FROM conversation WHERE id = intent.conversation)
WHERE id = ? AND state IN ('held', 'failed', 'uncertain', 'scheduled')
