/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-translator.h"

G_BEGIN_DECLS

/* What has to be known of a conversation before a reply in it is translated. Constant. */
typedef struct
{
  CorTranslatorData *translator;
  gboolean           is_held;      /* by compliance, or a payment that is linked is */
  gboolean           is_forbidden; /* nothing of the account may be sent to a service */
  char              *language;     /* BCP 47: that the customer writes in; NULL: not known */
  char             **labels;
  char             **names; /* of the customer, the company and the agent: they are not sent */
} CorTranslationScene;

/* For jobs on the store's threads: the names of a conversation. */
char **cor_translation_scene_load_names (CorDb *db, gint64 conversation) G_GNUC_WARN_UNUSED_RESULT;

void cor_translation_scene_free (CorTranslationScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTranslationScene, cor_translation_scene_free)

void                 cor_store_load_translation_scene_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorTranslationScene *cor_store_load_translation_scene_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
