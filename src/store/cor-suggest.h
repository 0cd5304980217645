/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-learned.h"
#include "cor-search-index.h"
#include "cor-store-suggest.h"

G_BEGIN_DECLS

/* Inside of cor-store-suggest.c: what is asked, and how an answer comes about on the store's threads. */
typedef struct
{
  CorSearchIndex *index;
  CorLearned     *learned;
  char           *text;         /* or NULL: of the conversation */
  gint64          conversation; /* or 0 */
  char          **locales;      /* the best first; never NULL */
  char          **kinds;        /* or NULL */
  guint           limit;
  gboolean        with_beside; /* a template and an SOP beside them, where none is among them */
  gboolean        is_held;     /* by compliance */
} CorSuggestAsk;

CorSuggestResult *cor_suggest (CorDb *db, const CorSuggestAsk *ask, const char *question, const char *earlier) G_GNUC_WARN_UNUSED_RESULT;

/* How well an article's words carry the question, and which they are. */
typedef struct
{
  GPtrArray *terms; /* of the question: what counts, with its weight */
  double     total; /* their weights */
} CorSuggestWords;

CorSuggestWords *cor_suggest_words_new (CorSearchIndex *index, const char *question) G_GNUC_WARN_UNUSED_RESULT;
double           cor_suggest_words_get_share (CorSuggestWords *self, CorSearchIndex *index, gint64 article, char ***found);
void             cor_suggest_words_free (CorSuggestWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSuggestWords, cor_suggest_words_free)

G_END_DECLS
