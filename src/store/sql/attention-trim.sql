-- left by windows that were killed
DELETE FROM attention WHERE changed_at < unixepoch() - 86400
