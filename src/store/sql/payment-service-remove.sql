DELETE FROM payment_service WHERE kind = ?1
