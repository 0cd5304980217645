-- a name of one word may be any word (Bill, Grace); two Chinese characters too
SELECT name FROM customer
WHERE (instr(name, ' ') > 0 OR (unicode(name) >= 0x3400 AND length(name) > 2)) AND instr(lower(?1), lower(name)) > 0
LIMIT 20
