-- SPDX-License-Identifier: GPL-3.0-or-later
-- Articles list questions, and these are learned: of which state they were. 0: of none.
ALTER TABLE learned ADD COLUMN articles_revision INTEGER NOT NULL DEFAULT 0;
