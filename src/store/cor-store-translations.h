/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-translator.h"

G_BEGIN_DECLS

/*
 * Translations: asked for by views and the command line, answered by the sync engine, kept by (text, languages,
 * service). Topic COR_TOPIC_TRANSLATIONS tells of an answer.
 */

typedef enum
{
  COR_TRANSLATION_WANTED,
  COR_TRANSLATION_DONE,
  COR_TRANSLATION_FAILED,
} CorTranslationState;

/* Constant. */
typedef struct
{
  gint64              id;
  char               *source, *target; /* BCP 47 */
  char               *service;         /* cor_translator_data_dup_name() */
  CorTranslationState state;
  char               *text;       /* what is asked; NULL once it is done */
  char              **names;      /* nullable: they must not be sent */
  char               *result;     /* nullable */
  int                 error_code; /* of COR_SERVICE_ERROR; -1 another one, or none */
  char               *error_text;
  gint64              at; /* seconds since the epoch */
} CorTranslation;

void cor_translation_free (CorTranslation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTranslation, cor_translation_free)

/* For jobs on the store's threads: what is known of a text, in whatever dialect, or NULL. */
CorTranslation *cor_translation_find (CorDb *db, const CorTranslatorData *translator, const char *text, const char *target) G_GNUC_WARN_UNUSED_RESULT;

/* Whether what is in a conversation must not leave this computer. */
gboolean cor_translation_is_forbidden (CorDb *db, gint64 conversation);

void            cor_store_want_translation_async (CorStore *store, gint64 conversation, const char *text, const char *source, const char *target, const char *const *names, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void            cor_store_look_for_translation_async (CorStore *store, const char *text, const char *source, const char *target, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorTranslation *cor_store_want_translation_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For the sync engine. */
void            cor_store_wish_own_translations_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean        cor_store_wish_own_translations_finish (CorStore *store, GAsyncResult *result, GError **error);
void            cor_store_next_translation_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorTranslation *cor_store_next_translation_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            cor_store_put_translation_async (CorStore *store, gint64 id, const char *result_text, const GError *failure, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean        cor_store_put_translation_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
