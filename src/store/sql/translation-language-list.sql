SELECT language, mode FROM translation_language
