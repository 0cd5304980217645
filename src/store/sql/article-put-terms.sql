UPDATE article SET terms = ?2, terms_version = ?3 WHERE id = ?1
