-- only open conversations are counted by label; 512: COR_VIEW_IN_UNREAD
SELECT l.title, count(*), sum(t.views & 512 > 0)
FROM thread_label l
JOIN thread t ON t.id = l.thread
WHERE t.views & 1
GROUP BY l.title
