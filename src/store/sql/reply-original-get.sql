SELECT text, language, service FROM reply_original WHERE uuid = ?
