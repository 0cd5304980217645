/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The kinds of service; the names are stored. */
#define COR_TRANSLATOR_LIBRE_TRANSLATE "libretranslate"
#define COR_TRANSLATOR_APERTIUM "apertium"

/* The most letters that are sent at once, where a service sets no limit of its own. */
#define COR_TRANSLATOR_MAX_LETTERS 10000

/* Two languages, in the codes of the service. */
typedef struct
{
  char *from, *to;
} CorTranslatorPair;

GPtrArray               *cor_translator_pairs_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                     cor_translator_pairs_add (GPtrArray *pairs, const char *from, const char *to);
const CorTranslatorPair *cor_translator_pairs_find (GPtrArray *pairs, const char *from, const char *to);

/*
 * CorTranslator: a service that translates. What is sent to it is protected before, and checked after, by its caller
 * (text/cor-protect.h). Main thread; answers are read in others.
 */
#define COR_TYPE_TRANSLATOR (cor_translator_get_type ())
G_DECLARE_INTERFACE (CorTranslator, cor_translator, COR, TRANSLATOR, GObject)

struct _CorTranslatorInterface
{
  GTypeInterface parent_interface;

  void (*list_pairs_async) (CorTranslator *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  void (*translate_async) (CorTranslator *self, const char *text, const CorTranslatorPair *pair, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
};

CorTranslator *cor_translator_new (const char *kind, const char *url, const char *ca_file, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void       cor_translator_list_pairs_async (CorTranslator *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_translator_list_pairs_finish (CorTranslator *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void       cor_translator_translate_async (CorTranslator *self, const char *text, const CorTranslatorPair *pair, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char      *cor_translator_translate_finish (CorTranslator *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
