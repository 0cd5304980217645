UPDATE translator SET kind = ?1, url = ?2, ca_file = ?3, has_key = ?4
