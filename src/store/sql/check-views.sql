SELECT views, channel, count(*) FROM thread GROUP BY views, channel
