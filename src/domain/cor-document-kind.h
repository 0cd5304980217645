/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The kinds of documents that a ledger asks for, in words; data/payments/documents.tsv. */

const char *cor_document_kind_get_name (const char *kind,
                                        const char *locale);
const char *cor_document_kind_get_why (const char *kind,
                                       const char *locale);

G_END_DECLS
