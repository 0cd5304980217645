UPDATE draft
SET sources = json_insert(ifnull(sources, '[]'), '$[#]', json_object('kind', ?3, 'id', ?4, 'version', ?5, 'locale', ?6, 'text', ?7, 'original', ?8))
WHERE conversation = ?1 AND is_private = ?2
