INSERT INTO template (account, source, name, title, purpose, category, tags, channels, shortcut, requires, intent, owner, review, source_locale)
VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
ON CONFLICT (name, source, ifnull(account, 0)) DO UPDATE SET
  title = excluded.title, purpose = excluded.purpose, category = excluded.category, tags = excluded.tags, channels = excluded.channels,
  shortcut = excluded.shortcut, requires = excluded.requires, intent = excluded.intent, owner = excluded.owner, review = excluded.review,
  source_locale = excluded.source_locale
