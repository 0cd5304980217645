UPDATE words_state SET version = ''
