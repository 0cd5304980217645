-- what went to the customer after the message that was there when the question was filed, until the customer writes again
WITH asked AS (SELECT ifnull(max(created_at), 0) AS at FROM message WHERE conversation = ?1 AND kind = 0 AND NOT is_deleted AND created_at <= ?2),
  again AS (SELECT min(created_at) AS at FROM message, asked WHERE conversation = ?1 AND kind = 0 AND NOT is_deleted AND created_at > asked.at)
SELECT content FROM message, asked, again
WHERE conversation = ?1 AND kind = 1 AND NOT is_private AND NOT is_deleted AND NOT is_duplicate AND content <> ''
  AND created_at >= asked.at AND (again.at IS NULL OR created_at <= again.at)
ORDER BY created_at LIMIT 20
