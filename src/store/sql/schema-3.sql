-- SPDX-License-Identifier: GPL-3.0-or-later
-- Euro reference rates: what was published on which day.

CREATE TABLE rate_day (
  -- Julian, as GDate counts
  day INTEGER PRIMARY KEY,
  source TEXT NOT NULL
);

-- Units of the currency for one euro: digits × 10^-scale. No row: none was published for it that day.
CREATE TABLE rate (
  currency TEXT NOT NULL,
  day INTEGER NOT NULL REFERENCES rate_day,
  digits INTEGER NOT NULL,
  scale INTEGER NOT NULL,
  PRIMARY KEY (currency, day)
) WITHOUT ROWID;
CREATE INDEX rate_by_day ON rate (day);
