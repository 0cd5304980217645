-- as a draft keeps it among its sources, so that it goes back there with a reply that is taken back
UPDATE intent SET payload = json_set(payload, '$.answered', json_object('kind', 'message', 'id', ?2, 'text', ?3)) WHERE id = ?1
