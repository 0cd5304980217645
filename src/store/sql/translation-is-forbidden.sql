SELECT s.value = '0'
FROM conversation c
JOIN setting s ON s.account = c.account AND s.key = 'translation'
WHERE c.id = ?
