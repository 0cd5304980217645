INSERT INTO article (account, source, remote_id, slug, locale, kind, title, body, questions, tags, category, url, audience, corridors,
                     currencies, effective, sources, reviewed, owner, templates, see, version, digest, fingerprint, updated_at, came_at,
                     terms, terms_version, revision)
SELECT nullif(?1, 0), ?2, ?3, ifnull(?4, ?3), ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ifnull(?13, 'public'), ?14,
       ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, unixepoch(),
       ?26, ?27, revision + 1 FROM article_state WHERE true
ON CONFLICT (ifnull(account, 0), source, remote_id) DO UPDATE SET
  slug = excluded.slug, locale = excluded.locale, kind = excluded.kind, title = excluded.title, body = excluded.body,
  questions = excluded.questions, tags = excluded.tags, category = excluded.category, url = excluded.url, audience = excluded.audience,
  corridors = excluded.corridors, currencies = excluded.currencies, effective = excluded.effective, sources = excluded.sources,
  reviewed = excluded.reviewed, owner = excluded.owner, templates = excluded.templates, see = excluded.see, version = excluded.version,
  digest = excluded.digest, fingerprint = excluded.fingerprint, updated_at = excluded.updated_at,
  terms = excluded.terms, terms_version = excluded.terms_version, revision = excluded.revision
