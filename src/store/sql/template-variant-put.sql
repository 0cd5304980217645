INSERT INTO template_variant (template, locale, register, position, text, state, reviewer, reviewed_at, source_digest)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
