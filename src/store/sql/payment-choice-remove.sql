DELETE FROM payment_choice WHERE conversation = ?
