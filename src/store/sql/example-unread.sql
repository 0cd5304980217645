-- replies that were made of something and were not looked at yet
SELECT DISTINCT s.message, m.conversation
FROM reply_source s
JOIN message m ON m.id = s.message
WHERE NOT m.is_deleted AND NOT m.is_private AND NOT EXISTS (SELECT 1 FROM example_reply r WHERE r.message = s.message)
ORDER BY s.message LIMIT ?1
