SELECT kind, url, ca_file, has_key FROM translator
