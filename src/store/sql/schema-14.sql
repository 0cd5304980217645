-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which payments somebody wants to know about now, and why that failed the last time.

CREATE TABLE payment_wish (
  reference TEXT PRIMARY KEY,
  wished_at INTEGER NOT NULL,
  is_wanted INTEGER NOT NULL, -- until the services were asked
  problem TEXT -- why one of them could not be, the last time
) WITHOUT ROWID;
CREATE INDEX payment_wish_wanted ON payment_wish (wished_at) WHERE is_wanted;
-- Nothing of an account outlives it here.
CREATE TRIGGER payment_wish_went AFTER DELETE ON account BEGIN
  DELETE FROM payment_wish;
END;
