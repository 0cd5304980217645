SELECT (SELECT count(*) FROM example), (SELECT ifnull(max(id), 0) FROM example),
       (SELECT count(*) FROM example WHERE id > ifnull((SELECT last_example FROM learned), 0)),
       ifnull((SELECT n_examples FROM learned), 0), ifnull((SELECT n_targets FROM learned), 0), ifnull((SELECT made_at FROM learned), 0),
       ifnull((SELECT articles_revision FROM learned), 0)
