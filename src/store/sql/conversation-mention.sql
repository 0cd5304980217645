-- a note that names the account's agent, newer than what was read
UPDATE conversation SET is_mentioned = 1
WHERE id = ?1 AND ?2 LIKE '%mention://user/%'
  AND instr(?2, 'mention://user/' || (SELECT agent_id FROM account WHERE id = conversation.account) || '/') > 0
  AND agent_seen_at < (SELECT created_at FROM message WHERE id = ?3)
