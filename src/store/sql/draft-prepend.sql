INSERT INTO draft (conversation, is_private, text, caret, updated_at, sources)
SELECT ?1, ?2, ?3, length(?3), unixepoch(),
       (SELECT json_group_array(json(value)) FROM (SELECT value FROM json_each(payload, '$.sources')
                                                   UNION ALL SELECT payload -> '$.answered' WHERE payload -> '$.answered' IS NOT NULL))
FROM intent WHERE id = ?4
ON CONFLICT (conversation, is_private) DO UPDATE SET
  text = excluded.text || iif(excluded.text = '' OR text = '', '', char(10, 10)) || text, caret = excluded.caret,
  updated_at = excluded.updated_at,
  sources = (SELECT json_group_array(json(value)) FROM (SELECT value FROM json_each(excluded.sources) UNION ALL SELECT value FROM json_each(sources)))
