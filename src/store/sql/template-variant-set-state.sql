UPDATE template_variant SET state = ?4, reviewer = ?5, reviewed_at = unixepoch()
WHERE template = ?1 AND locale = ?2 AND register = ?3
