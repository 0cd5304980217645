DELETE FROM rate WHERE day = ?1
