-- the tags are a list, one a line
SELECT min(id), slug FROM article WHERE kind = 'template' AND instr(char(10) || tags || char(10), char(10) || ?1 || char(10)) > 0 GROUP BY slug
