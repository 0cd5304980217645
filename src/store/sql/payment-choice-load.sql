SELECT reference FROM payment_choice WHERE conversation = ?
