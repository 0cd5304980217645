INSERT INTO learned (id, stamp, n_examples, n_targets, last_example, articles_revision, made_at, model) VALUES (1, ?1, ?2, ?3, ?4, ?5, unixepoch(), ?6)
ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp, n_examples = excluded.n_examples, n_targets = excluded.n_targets,
  last_example = excluded.last_example, articles_revision = excluded.articles_revision, made_at = excluded.made_at, model = excluded.model
