SELECT id, account, source, name, title, purpose, category, tags, channels, shortcut, requires, intent, owner, review, source_locale
FROM template WHERE name = ?1 ORDER BY source <> 'own', source <> 'account', source, account LIMIT 1
