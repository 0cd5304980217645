/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* Something that fits a message: an article, an SOP, a template. */
typedef struct
{
  gint64   id;   /* local; 0: it is not here, only known from an imported example */
  char    *kind; /* "article", "sop", "template" */
  char    *remote_id;
  char    *slug;
  char    *source;
  char    *title;
  char    *locale; /* or NULL */
  char    *audience;
  double   score;             /* from 0 to about 1; comparable between messages */
  char   **words;             /* of the message that are in it, as they were written, the most telling first */
  guint    n_similar;         /* it answered so many similar questions; 0 none */
  gboolean is_other_language; /* than the message */
} CorSuggestion;

typedef struct
{
  GPtrArray *suggestions; /* CorSuggestion, the best first; of texts that are translations of each other one */
  char      *question;    /* what was answered: "" when nothing is asked */
  guint      n_messages;  /* of the conversation in which it was asked; 0: no conversation, or nothing is asked */
  gboolean   is_last;     /* they are the last ones of the customer */
  gboolean   is_held;     /* compliance holds the conversation: only what is neutral is suggested */
  gint64     took_us;
} CorSuggestResult;

void cor_suggest_result_free (CorSuggestResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSuggestResult, cor_suggest_result_free)

void              cor_store_suggest_async (CorStore *store, const char *text, const char *const *locales, const char *const *kinds, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void              cor_store_suggest_for_conversation_async (CorStore *store, gint64 conversation, const char *const *locales, const char *const *kinds, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void              cor_store_suggest_all_async (CorStore *store, gint64 conversation, const char *const *locales, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorSuggestResult *cor_store_suggest_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
