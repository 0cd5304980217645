SELECT service, url, ca_file, has_history, asked_at, error,
       (SELECT max(day) FROM rate_day WHERE source <> 'ecb-month-end')
FROM rate_source
