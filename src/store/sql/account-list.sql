SELECT id, kind, origin, remote_id, name, agent_id, agent_name, agent_email, ca_file, sync_state, sync_since, next_try_at, last_pass_at,
       done, total, error_code, error_text
FROM account ORDER BY id
