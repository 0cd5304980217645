SELECT kind, url, ca_file FROM payment_service ORDER BY kind
