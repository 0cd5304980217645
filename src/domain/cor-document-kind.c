/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-document-kind.h"

#include "cor-reason-code.h"

#include <string.h>

typedef struct
{
  const char *key;
  const char *name_en, *why_en;
  const char *name_zh, *why_zh;
} DocumentKind;

/* data/payments/documents.tsv */
static const DocumentKind kinds[] = {
#include "documents.inc"
};

static const DocumentKind *
find (const char *key)
{
  for (guint i = 0; key != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].key, key) == 0)
      return &kinds[i];
  return NULL;
}

/**
 * cor_document_kind_get_name:
 * @kind: as the ledger calls it
 * @locale: (nullable): the reader's; English where there is no other
 *
 * Returns: (transfer none): its name; @kind itself where the table does not have it
 */
const char *
cor_document_kind_get_name (const char *kind,
                            const char *locale)
{
  const DocumentKind *found = find (kind);

  if (found == NULL)
    return kind;
  return cor_reason_locale_is_chinese (locale) ? found->name_zh : found->name_en;
}

/**
 * cor_document_kind_get_why:
 * @kind: as the ledger calls it
 * @locale: (nullable): the reader's
 *
 * Returns: (transfer none): why it is asked for, in general terms; "" where the table does not have it
 */
const char *
cor_document_kind_get_why (const char *kind,
                           const char *locale)
{
  const DocumentKind *found = find (kind);

  if (found == NULL)
    return "";
  return cor_reason_locale_is_chinese (locale) ? found->why_zh : found->why_en;
}
