SELECT reference, is_wanted, problem FROM payment_wish WHERE reference = ?
