-- ?24: CorConversationFields, what was said. Something older than what is known changes nothing.
INSERT INTO conversation (account, remote_id, inbox, customer, status, priority, assignee_id, team_id, labels, subject, attributes_json,
                          snoozed_until, created_at, last_activity_at, waiting_since, first_reply_at, agent_seen_at, updated_at_us,
                          sla_first_reply, sla_next_reply, unread_count, can_reply)
VALUES (?1, ?2, (SELECT id FROM inbox WHERE account = ?4 AND remote_id = ?3), nullif(?5, 0), ?6, ?7, ?8, ?9, ?10, ?11, ?12,
        ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)
ON CONFLICT (account, remote_id) DO UPDATE SET
  inbox = coalesce(excluded.inbox, inbox), customer = coalesce(excluded.customer, customer),
  status = CASE WHEN ?24 & 1 THEN excluded.status ELSE status END,
  snoozed_until = CASE WHEN ?24 & 1 THEN excluded.snoozed_until ELSE snoozed_until END,
  priority = CASE WHEN ?24 & 2 THEN excluded.priority ELSE priority END,
  assignee_id = CASE WHEN ?24 & 4 THEN excluded.assignee_id ELSE assignee_id END,
  team_id = CASE WHEN ?24 & 8 THEN excluded.team_id ELSE team_id END,
  labels = CASE WHEN ?24 & 16 THEN excluded.labels ELSE labels END,
  waiting_since = CASE WHEN ?24 & 32 THEN excluded.waiting_since ELSE waiting_since END,
  first_reply_at = CASE WHEN ?24 & 32 THEN excluded.first_reply_at ELSE first_reply_at END,
  sla_first_reply = CASE WHEN ?24 & 32 THEN excluded.sla_first_reply ELSE sla_first_reply END,
  sla_next_reply = CASE WHEN ?24 & 32 THEN excluded.sla_next_reply ELSE sla_next_reply END,
  agent_seen_at = CASE WHEN ?24 & 64 THEN excluded.agent_seen_at ELSE agent_seen_at END,
  unread_count = CASE WHEN ?24 & 64 THEN excluded.unread_count ELSE unread_count END,
  can_reply = CASE WHEN ?24 & 128 THEN excluded.can_reply ELSE can_reply END,
  attributes_json = CASE WHEN ?24 & 256 THEN excluded.attributes_json ELSE attributes_json END,
  subject = coalesce(excluded.subject, subject), created_at = max(created_at, excluded.created_at),
  last_activity_at = max(last_activity_at, excluded.last_activity_at), updated_at_us = excluded.updated_at_us, is_gone = 0
WHERE excluded.updated_at_us >= updated_at_us
