SELECT count(*) FROM rate_day WHERE day = ?1 AND source <> 'simulated'
