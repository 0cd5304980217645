-- what becomes of the conversation once the reply has left
UPDATE intent SET payload = json_set(payload, '$.then', json_object('status', ?2, 'snoozed_until', ?3)) WHERE id = ?1
