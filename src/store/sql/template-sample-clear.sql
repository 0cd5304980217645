DELETE FROM template_sample WHERE source = ?1
