SELECT key, n, n_unread FROM counter WHERE n <> 0
