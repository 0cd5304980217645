SELECT locale, name, value FROM template_sample ORDER BY source
