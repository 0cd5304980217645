-- SPDX-License-Identifier: GPL-3.0-or-later
-- Words that the agent has added to the dictionary, of whatever language.
CREATE TABLE spelling_word (
  word TEXT PRIMARY KEY
) WITHOUT ROWID;
