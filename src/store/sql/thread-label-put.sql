INSERT OR IGNORE INTO thread_label (title, thread) VALUES (?, ?)
