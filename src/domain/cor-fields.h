/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-money.h"

G_BEGIN_DECLS

typedef enum
{
  COR_FIELD_TEXT,   /* char *, owned */
  COR_FIELD_TEXTS,  /* char **, owned */
  COR_FIELD_NUMBER, /* gint64 */
  COR_FIELD_FLAG,   /* gboolean; enums as well */
  COR_FIELD_MONEY,  /* CorMoney; without a currency: not said */
  COR_FIELD_RATE,   /* CorDecimal; zero: not said */
  COR_FIELD_LIST,   /* GPtrArray * of structs, owned */
} CorFieldKind;

typedef struct _CorFields CorFields;

typedef struct
{
  const char      *key; /* in what is kept: never changes */
  CorFieldKind     kind;
  gsize            offset;
  const CorFields *item; /* of a list */
} CorField;

/*
 * CorFields: what a plain struct of facts consists of. From it come its end and the form in which it is kept, which
 * newer and older versions of the program read alike: an unknown key is left out, a missing one is as not said.
 */
struct _CorFields
{
  gsize           size;
  const CorField *fields; /* ends with a key of NULL */
};

gpointer cor_fields_new (const CorFields *self) G_GNUC_WARN_UNUSED_RESULT;
void     cor_fields_free (const CorFields *self,
                          gpointer         data);
GBytes  *cor_fields_to_bytes (const CorFields *self,
                              gconstpointer    data) G_GNUC_WARN_UNUSED_RESULT;
gpointer cor_fields_from_bytes (const CorFields *self,
                                GBytes          *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
