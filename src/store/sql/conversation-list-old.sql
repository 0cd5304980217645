-- what is older than what is kept, and the shells of lost ones whose words are sent or discarded by now
SELECT id FROM conversation
WHERE account = ?1
  AND CASE WHEN is_gone THEN NOT EXISTS (SELECT 1 FROM draft d WHERE d.conversation = conversation.id)
                             AND NOT EXISTS (SELECT 1 FROM intent i WHERE i.conversation = conversation.id AND kind IN ('reply', 'note')
                                             AND state NOT IN ('done', 'cancelled'))
           ELSE last_activity_at < ?2 AND status = 3 END
