INSERT INTO learned (id, stamp, n_examples, n_targets, last_example, made_at, model) VALUES (1, ?1, ?2, ?3, ?4, unixepoch(), ?5)
ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp, n_examples = excluded.n_examples, n_targets = excluded.n_targets,
  last_example = excluded.last_example, made_at = excluded.made_at, model = excluded.model
