-- a reply that waited for its time, over everything the agent has seen by now; she was asked nothing yet, so what is
-- found before it leaves is asked
UPDATE intent SET
  state = 'queued', hold = 'none', detail = NULL, is_confirmed = 0, is_doubted = 0, is_restarted = 0, from_offline = 0, checks = 0, check_asked = 0,
  send_at = unixepoch(), not_before = unixepoch(), updated_at = unixepoch(),
  floor = max(floor, coalesce((SELECT max(ordinal) FROM message WHERE conversation = intent.conversation), 0)),
  base_status = (SELECT status FROM conversation WHERE id = intent.conversation),
  base_assignee = (SELECT assignee_id FROM conversation WHERE id = intent.conversation)
WHERE id = ? AND state = 'scheduled'
