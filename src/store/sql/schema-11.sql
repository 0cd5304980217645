-- SPDX-License-Identifier: GPL-3.0-or-later
-- Fee schedules, each version of them for good.

CREATE TABLE fee_schedule (
  name TEXT NOT NULL, -- its id, the same in every version
  version TEXT NOT NULL,
  valid_from INTEGER NOT NULL, -- Julian, as of rate_day
  text TEXT NOT NULL, -- all of it, as cor-fee-variant writes it
  is_example INTEGER NOT NULL,
  address TEXT, -- of the pack that brought it; NULL: a file
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (name, version)
) WITHOUT ROWID;
