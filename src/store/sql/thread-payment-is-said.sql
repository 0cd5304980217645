-- ?1 conversation, ?2 the kind of an intent that links a payment: whether the agent said something that the desk does not
SELECT EXISTS (SELECT 1 FROM payment_choice WHERE conversation = ?1)
  OR EXISTS (SELECT 1 FROM intent WHERE conversation = ?1 AND kind = ?2 AND state NOT IN ('held', 'done', 'failed', 'cancelled'))
