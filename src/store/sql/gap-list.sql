SELECT id, account, text, locale, state, n_asked, asked_first_at, asked_last_at, closed_at, slug FROM gap
WHERE ?1 OR state = 'open' ORDER BY state = 'closed', n_asked DESC, asked_last_at DESC, id
