-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments: what services answered, each with its time. It can be fetched again.

CREATE TABLE payment_service (
  kind TEXT PRIMARY KEY, -- ledger, gpi, wise
  url TEXT NOT NULL,
  ca_file TEXT -- PEM of a private authority
) WITHOUT ROWID;

CREATE TABLE payment_lookup (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service TEXT NOT NULL, -- ledger, gpi, wise, stats
  name TEXT NOT NULL, -- by what the service knows it: reference, UETR, transfer number; corridor and rail
  alias TEXT, -- of a ledger's payment: its UETR
  customer TEXT, -- of a ledger's payment: the customer's number there
  outcome INTEGER NOT NULL, -- CorLookupOutcome
  asked_at INTEGER NOT NULL,
  etag TEXT,
  record BLOB, -- as cor-fields writes it; NULL: not known there
  UNIQUE (service, name)
);
CREATE INDEX payment_lookup_alias ON payment_lookup (alias) WHERE alias IS NOT NULL;
CREATE INDEX payment_lookup_customer ON payment_lookup (customer) WHERE customer IS NOT NULL;
