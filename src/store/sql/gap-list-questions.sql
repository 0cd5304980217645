SELECT text, locale, conversation, asked_at FROM gap_question WHERE gap = ?1 ORDER BY asked_at DESC, id DESC
