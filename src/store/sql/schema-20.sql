-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose addresses a reply may name is asked for each conversation that is opened: read from the index, not from articles.

CREATE INDEX article_by_host ON article (account, source, audience, url);
