/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-glossary.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* Under what a key is kept in the Secret Service, beside the address. */

/* When messages in a language are translated; the names are stored. */
typedef enum
{
  COR_LANGUAGE_ON_DEMAND,
  COR_LANGUAGE_ALWAYS,
  COR_LANGUAGE_OWN, /* never: the agent reads it */
} CorLanguageMode;

const char *cor_language_mode_to_string (CorLanguageMode mode);
gboolean    cor_language_mode_from_string (const char *name, CorLanguageMode *mode);

/* Who translates, and what. Constant; made on any thread. */
typedef struct
{
  char       *kind; /* "libretranslate", "apertium"; NULL: nobody */
  char       *url;
  char       *ca_file; /* nullable: PEM of a private authority */
  gboolean    has_key; /* in the Secret Service, as %COR_SECRETS_TRANSLATION of the address */
  char       *target;  /* BCP 47: the agent's language */
  GHashTable *modes;   /* primary language → CorLanguageMode; those not in it: on demand */
} CorTranslatorData;

CorTranslatorData *cor_translator_data_copy (const CorTranslatorData *self) G_GNUC_WARN_UNUSED_RESULT;
void               cor_translator_data_free (CorTranslatorData *self);
char              *cor_translator_data_dup_name (const CorTranslatorData *self) G_GNUC_WARN_UNUSED_RESULT;
CorLanguageMode    cor_translator_data_get_mode (const CorTranslatorData *self, const char *language);
gboolean           cor_translator_data_has_always (const CorTranslatorData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTranslatorData, cor_translator_data_free)

/* For jobs on the store's threads. */
CorTranslatorData *cor_translator_data_load (CorDb *db) G_GNUC_WARN_UNUSED_RESULT;

void               cor_store_load_translator_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorTranslatorData *cor_store_load_translator_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void     cor_store_choose_translator_async (CorStore *store, const char *kind, const char *url, const char *ca_file, gboolean has_key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_set_language_mode_async (CorStore *store, const char *language, CorLanguageMode mode, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_choose_translator_finish (CorStore *store, GAsyncResult *result, GError **error);

/* The words of the trade that the program carries. Any thread. */
const CorGlossary *cor_store_get_glossary (void);

G_END_DECLS
