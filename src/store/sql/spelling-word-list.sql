SELECT word FROM spelling_word ORDER BY word
