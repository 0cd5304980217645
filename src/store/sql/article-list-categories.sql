SELECT source, ifnull(category, ''), kind, count(DISTINCT ifnull(account, 0) || ' ' || slug) FROM article GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
