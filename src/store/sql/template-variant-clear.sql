DELETE FROM template_variant WHERE template = ?1
