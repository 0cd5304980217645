UPDATE payment_wish SET is_wanted = 0, problem = ? WHERE reference = ?
