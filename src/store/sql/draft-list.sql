SELECT is_private, text, caret, updated_at FROM draft WHERE conversation = ?
