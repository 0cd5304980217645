SELECT ifnull(sum(n_resolved), 0) FROM source_use WHERE kind IN ('article', 'sop', 'template') AND source_id = ?1
