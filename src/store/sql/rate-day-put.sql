INSERT INTO rate_day VALUES (?1, ?2)
ON CONFLICT (day) DO UPDATE SET source = excluded.source
WHERE rate_day.source = 'simulated' OR excluded.source NOT IN ('simulated', 'ecb-month-end')
