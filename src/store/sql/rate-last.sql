SELECT d.day FROM rate_day d
WHERE d.day <= ?3 AND (?1 = 'EUR' OR EXISTS (SELECT 1 FROM rate WHERE currency = ?1 AND day = d.day))
  AND (?2 = 'EUR' OR EXISTS (SELECT 1 FROM rate WHERE currency = ?2 AND day = d.day))
ORDER BY d.day DESC LIMIT 1
