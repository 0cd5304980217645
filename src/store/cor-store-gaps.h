/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* A question that nothing here answers. */
typedef struct
{
  gint64   id;
  gint64   account; /* 0: of none */
  char    *text;    /* as it was asked first */
  char    *locale;  /* or NULL */
  gboolean is_open;
  guint    n_asked; /* in these words or others */
  gint64   asked_first_at, asked_last_at;
  gint64   closed_at; /* 0: open */
  char    *slug;      /* of the article that answers it, or NULL */
} CorGapData;

/* One time that it was asked. */
typedef struct
{
  char  *text;
  char  *locale;
  gint64 conversation; /* local id; 0: in none */
  gint64 asked_at;
} CorGapQuestion;

void cor_gap_data_free (CorGapData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorGapData, cor_gap_data_free)

void   cor_store_file_gap_async (CorStore *store, gint64 account, const char *text, const char *locale, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cor_store_file_gap_finish (CorStore *store, GAsyncResult *result, GError **error);

void       cor_store_list_gaps_async (CorStore *store, gboolean with_closed, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_gaps_finish (CorStore *store, GAsyncResult *result, GError **error);
void       cor_store_list_gap_questions_async (CorStore *store, gint64 gap, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_gap_questions_finish (CorStore *store, GAsyncResult *result, GError **error);

void     cor_store_close_gap_async (CorStore *store, gint64 gap, gboolean is_open, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_close_gap_finish (CorStore *store, GAsyncResult *result, GError **error);

/* What an article for it can begin with. */
typedef struct
{
  char  *question; /* as it was asked last */
  char  *locale;   /* its language, or NULL */
  char  *reply;    /* what went to the customer for it, without salutation and closing; NULL: no reply is known */
  char **names;    /* of who took part, which have no place in an article */
} CorGapStory;

void cor_gap_story_free (CorGapStory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorGapStory, cor_gap_story_free)

void         cor_store_load_gap_story_async (CorStore *store, gint64 gap, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorGapStory *cor_store_load_gap_story_finish (CorStore *store, GAsyncResult *result, GError **error);

void     cor_store_answer_gap_async (CorStore *store, gint64 gap, gint64 article, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_answer_gap_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
