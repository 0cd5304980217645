SELECT d.day, d.source, b.digits, b.scale, q.digits, q.scale FROM rate_day d
LEFT JOIN rate b ON b.currency = ?1 AND b.day = d.day
LEFT JOIN rate q ON q.currency = ?2 AND q.day = d.day
WHERE d.day <= ?3 ORDER BY d.day DESC LIMIT 1
