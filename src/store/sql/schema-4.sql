-- SPDX-License-Identifier: GPL-3.0-or-later
-- What knowledge is besides its text, what the agent did with it, and the questions it has no answer to.

-- Lists are one entry a line.
ALTER TABLE article ADD COLUMN slug TEXT NOT NULL DEFAULT ''; -- what its translations share
ALTER TABLE article ADD COLUMN kind TEXT NOT NULL DEFAULT 'article';
ALTER TABLE article ADD COLUMN corridors TEXT;
ALTER TABLE article ADD COLUMN currencies TEXT;
ALTER TABLE article ADD COLUMN effective TEXT; -- of a bulletin: the day
ALTER TABLE article ADD COLUMN sources TEXT;
ALTER TABLE article ADD COLUMN reviewed TEXT;
ALTER TABLE article ADD COLUMN owner TEXT;
ALTER TABLE article ADD COLUMN templates TEXT;
ALTER TABLE article ADD COLUMN see TEXT;
ALTER TABLE article ADD COLUMN version TEXT;
ALTER TABLE article ADD COLUMN digest TEXT NOT NULL DEFAULT ''; -- of title and body
ALTER TABLE article ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''; -- of all that the source said
ALTER TABLE article ADD COLUMN came_at INTEGER NOT NULL DEFAULT 0;
UPDATE article SET slug = remote_id, came_at = updated_at;
CREATE INDEX article_by_slug ON article (slug, source);
CREATE INDEX article_by_kind ON article (kind, category);

-- Of the agent, whatever the source sends again; kept when the article goes, for it may come back.
CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  account INTEGER REFERENCES account ON DELETE CASCADE,
  source TEXT NOT NULL,
  slug TEXT NOT NULL,
  is_favourite INTEGER NOT NULL DEFAULT 0,
  used_at INTEGER NOT NULL DEFAULT 0,
  n_used INTEGER NOT NULL DEFAULT 0,
  acknowledged_at INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX reading_by_slug ON reading (slug, source, ifnull(account, 0));

-- The text as it was read last, in each language, to tell what changed since.
CREATE TABLE reading_text (
  reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
  locale TEXT NOT NULL, -- '' where it is not said
  read_at INTEGER NOT NULL,
  digest TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (reading, locale)
) WITHOUT ROWID;

-- An article without its text, with what the agent did with it.
CREATE VIEW article_row AS
SELECT article.id, article.account, article.source, article.remote_id, article.slug, article.locale, article.kind, article.title,
       article.tags, article.category, article.url, article.audience, article.corridors, article.currencies, article.effective,
       article.sources, article.reviewed, article.owner, article.templates, article.see, article.version, article.digest,
       article.updated_at, article.came_at,
       ifnull(reading.is_favourite, 0) AS is_favourite, ifnull(reading.used_at, 0) AS used_at, ifnull(reading.n_used, 0) AS n_used,
       ifnull(reading.acknowledged_at, 0) AS acknowledged_at, ifnull(reading_text.read_at, 0) AS read_at,
       ifnull(reading_text.digest <> article.digest, 0) AS is_changed
FROM article
LEFT JOIN reading ON reading.slug = article.slug AND reading.source = article.source
                 AND ifnull(reading.account, 0) = ifnull(article.account, 0)
LEFT JOIN reading_text ON reading_text.reading = reading.id AND reading_text.locale = ifnull(article.locale, '');

-- A question that nothing here answers; the same one asked again in other words is counted, not filed again.
CREATE TABLE gap (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER REFERENCES account ON DELETE CASCADE,
  text TEXT NOT NULL, -- as it was asked first
  locale TEXT,
  terms TEXT NOT NULL, -- what likeness is told by
  state TEXT NOT NULL DEFAULT 'open', -- open, closed
  n_asked INTEGER NOT NULL DEFAULT 1,
  asked_first_at INTEGER NOT NULL,
  asked_last_at INTEGER NOT NULL,
  closed_at INTEGER NOT NULL DEFAULT 0,
  slug TEXT -- of the own article that was begun for it
);
CREATE INDEX gap_open ON gap (state, asked_last_at DESC);

CREATE TABLE gap_question (
  id INTEGER PRIMARY KEY,
  gap INTEGER NOT NULL REFERENCES gap ON DELETE CASCADE,
  text TEXT NOT NULL,
  locale TEXT,
  conversation INTEGER, -- where it was asked; no reference: the question outlives it
  asked_at INTEGER NOT NULL
);
CREATE INDEX gap_question_gap ON gap_question (gap);

-- Packs: documents of knowledge, templates or fees, installed with the program or at an HTTPS address.
CREATE TABLE pack (
  address TEXT PRIMARY KEY, -- "installed:ID" or a URL
  public_key TEXT, -- Ed25519, base64; NULL: it is not asked to be signed
  pack_id TEXT,
  format TEXT,
  version TEXT,
  digest TEXT, -- SHA-256 of the document that is here
  etag TEXT,
  is_signed INTEGER NOT NULL DEFAULT 0,
  checked_at INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  error TEXT -- why the last look failed; what came before it stays
) WITHOUT ROWID;
