INSERT INTO intent (uuid, account, conversation, kind, payload, message, created_at, not_before, floor, base_status, base_assignee, from_offline,
                    is_time_bound, base_priority, send_at, updated_at, state)
VALUES (?1, ?2, ?3, ?4,
        json_patch('{}', json_object('text', ?5, 'status', ?6, 'snoozed_until', ?7, 'assignee', ?8, 'priority', ?9, 'added', ?10, 'removed', ?11)),
        nullif(?12, 0), ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?13, iif(?21 > 0, 'scheduled', 'queued'))
