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
  customer TEXT, -- of a ledger's payment: the customer's number there
  outcome INTEGER NOT NULL, -- CorLookupOutcome
  asked_at INTEGER NOT NULL,
  etag TEXT,
  record BLOB, -- as cor-fields writes it; NULL: not known there
  UNIQUE (service, name)
);
CREATE INDEX payment_lookup_customer ON payment_lookup (customer) WHERE customer IS NOT NULL;

-- By what else a ledger's payment is known: its UETR, its transfer at Wise. An answer that does not repeat one does not
-- take it back: a payment with compliance is known as that by each of its names.
CREATE TABLE payment_alias (
  alias TEXT PRIMARY KEY,
  reference TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX payment_alias_reference ON payment_alias (reference);
