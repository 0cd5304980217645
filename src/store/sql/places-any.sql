-- every condition a view can have; ?1 order, ?5 whether only what is due before ?10
SELECT CASE ?1 WHEN 1 THEN coalesce(t.due_at, 9223372036854775807) ELSE -t.last_activity_at END AS key, t.id
FROM thread t JOIN conversation c ON c.id = t.id LEFT JOIN customer u ON u.id = t.customer
WHERE t.views & ?2
  AND (?3 = 0 OR t.views & ?3) AND (?4 < 0 OR t.channel = ?4)
  AND (?6 IS NULL OR EXISTS (SELECT 1 FROM thread_label l WHERE l.title = ?6 AND l.thread = t.id))
  AND (?7 = 0 OR t.customer = ?7)
  AND (?8 IS NULL OR folded_matches(u.search_key, ?8) OR c.remote_id = ?9 OR matches(c.subject, ?8))
  AND (?5 = 0 OR t.due_at < ?10)
ORDER BY key, t.id
