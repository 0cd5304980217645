-- of a reply once it is asked for, or of all in the conversation once the agent says herself what shall become of it
UPDATE intent SET payload = json_remove(payload, '$.then') WHERE (id = ?1 OR conversation = ?2) AND payload -> '$.then' IS NOT NULL
