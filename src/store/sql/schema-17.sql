-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a reply shall leave; 0: as soon as it can. not_before moves on after a refusal, this does not.

ALTER TABLE intent ADD COLUMN send_at INTEGER NOT NULL DEFAULT 0;
