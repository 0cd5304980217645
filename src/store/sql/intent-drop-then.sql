UPDATE intent SET payload = json_remove(payload, '$.then') WHERE id = ?
