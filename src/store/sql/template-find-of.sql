SELECT id, account, source, name, title, purpose, category, tags, channels, shortcut, requires, intent, owner, review, source_locale
FROM template WHERE name = ?1 AND source = ?2 AND ifnull(account, 0) = ?3
