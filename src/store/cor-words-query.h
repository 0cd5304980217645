/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-words.h"

G_BEGIN_DECLS

/* A word of a query, or two signs of it: any of the terms will do. */
typedef struct
{
  GPtrArray *terms;     /* char * */
  char      *beginning; /* of any term, such as a part of a phone number; or NULL */
  gint64     n;         /* documents that have one, about */
  double     weight;    /* how much it tells */
} CorWordsGroup;

typedef struct
{
  GPtrArray *groups;  /* CorWordsGroup, the rarest first */
  GPtrArray *unknown; /* char *: words that are nowhere, and nothing like them */
  GPtrArray *taken;   /* char *: terms that were taken for words that are nowhere, for marks */
} CorWordsQuery;

CorWordsQuery *cor_words_query_new (CorDb *db, CorWordsKind kind, const char *text, gboolean is_typing) G_GNUC_WARN_UNUSED_RESULT;
void           cor_words_query_free (CorWordsQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorWordsQuery, cor_words_query_free)

char *cor_words_group_dup_match (const CorWordsGroup *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
