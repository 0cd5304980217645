INSERT INTO article (account, source, remote_id, locale, title, body, questions, tags, category, url, audience, updated_at, terms,
                     terms_version, revision)
SELECT nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ifnull(?11, 'public'), ?12, ?13, ?14, revision + 1 FROM article_state WHERE true
ON CONFLICT (ifnull(account, 0), source, remote_id) DO UPDATE SET
  locale = excluded.locale, title = excluded.title, body = excluded.body, questions = excluded.questions, tags = excluded.tags,
  category = excluded.category, url = excluded.url, audience = excluded.audience, updated_at = excluded.updated_at,
  terms = excluded.terms, terms_version = excluded.terms_version, revision = excluded.revision
