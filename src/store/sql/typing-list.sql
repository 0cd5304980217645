SELECT name, is_private, until FROM typing WHERE conversation = ? AND until > unixepoch() ORDER BY name
