INSERT INTO account (kind, origin, remote_id, name, agent_id, agent_name, agent_email, ca_file) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (origin, remote_id) DO UPDATE SET kind = excluded.kind, name = excluded.name, agent_id = excluded.agent_id,
  agent_name = excluded.agent_name, agent_email = excluded.agent_email, ca_file = excluded.ca_file, error_code = -1, error_text = NULL
