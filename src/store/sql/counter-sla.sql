SELECT 'sla', count(*), coalesce(sum(views & 512 > 0), 0) FROM thread WHERE due_at < ? AND views & 1
