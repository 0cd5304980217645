SELECT id, account, source, name, title, purpose, category, tags, channels, shortcut, requires, intent, owner, review, source_locale
FROM template ORDER BY name, source <> 'own', source <> 'account', source, account
