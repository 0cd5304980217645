INSERT INTO template_sample (source, locale, name, value) VALUES (?1, ?2, ?3, ?4)
