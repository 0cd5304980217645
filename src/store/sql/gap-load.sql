SELECT id, account, text, locale, state, n_asked, asked_first_at, asked_last_at, closed_at, slug FROM gap WHERE id = ?1
