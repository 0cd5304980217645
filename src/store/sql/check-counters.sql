SELECT key, n, n_unread FROM counter
