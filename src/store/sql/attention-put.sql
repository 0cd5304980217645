INSERT OR REPLACE INTO attention (id, process, conversation, typing, typing_until_ms, changed_at)
VALUES ((SELECT coalesce(max(id), 0) + 1 FROM attention), ?, ?, ?, ?, unixepoch())
