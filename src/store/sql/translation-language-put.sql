INSERT INTO translation_language (language, mode) VALUES (?1, ?2) ON CONFLICT (language) DO UPDATE SET mode = excluded.mode
