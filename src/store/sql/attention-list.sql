SELECT c.id, c.account, c.remote_id, t.typing, t.typing_until_ms
FROM attention t
JOIN conversation c ON c.id = t.conversation
WHERE NOT c.is_gone
ORDER BY t.id DESC
