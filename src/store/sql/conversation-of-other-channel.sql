-- rows in lists that show another channel than the inbox has now, from one on
SELECT t.id
FROM thread t
JOIN conversation c ON c.id = t.id
JOIN inbox i ON i.id = c.inbox
WHERE t.id > ? AND t.account = ? AND t.channel <> i.channel
ORDER BY t.id
LIMIT 200
