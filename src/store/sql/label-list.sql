SELECT title, description, color FROM label WHERE ?1 = 0 OR account = ?1 GROUP BY title ORDER BY title
