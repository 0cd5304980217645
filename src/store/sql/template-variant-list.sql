SELECT locale, register, text, state, reviewer, reviewed_at, source_digest FROM template_variant WHERE template = ?1 ORDER BY position
