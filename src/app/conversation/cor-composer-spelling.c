/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-spelling"

#include "config.h"

#include "cor-composer-private.h"

#include "cor-reader-locales.h"
#include "cor-result.h"
#include "cor-store-translation-scene.h"

/* A note is for colleagues, and in the agent's language. */
static void
tell_reader (CorComposer *self)
{
  g_auto (GStrv) own = cor_reader_locales_new (NULL);
  const CorTranslationScene *scene = self->spell_scene;
  const char                *locale = !self->is_private && scene != NULL && scene->language != NULL ? scene->language : own[0];

  cor_spell_marker_set_reader (self->spell_marker, locale, scene != NULL ? (const char *const *) scene->names : NULL);
}

static void
on_scene_loaded (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CorComposer) self = user_data;
  g_autoptr (GError) error = NULL;
  CorTranslationScene *scene = cor_store_load_translation_scene_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result) || self->spell_marker == NULL)
    {
      g_clear_pointer (&scene, cor_translation_scene_free);
      return;
    }
  if (scene == NULL)
    g_debug ("spelling: %s", error->message);
  self->spell_scene = scene;
  tell_reader (self);
}

static void
on_changed (CorComposer *self)
{
  gint64 conversation = cor_composer_draft_get_conversation (self->draft);

  if (self->spell_is_private != self->is_private)
    {
      self->spell_is_private = self->is_private;
      tell_reader (self);
    }
  if (self->spell_conversation == conversation)
    return;
  self->spell_conversation = conversation;
  g_cancellable_cancel (self->spell_loading);
  g_clear_object (&self->spell_loading);
  g_clear_pointer (&self->spell_scene, cor_translation_scene_free);
  if (conversation == 0)
    return;
  self->spell_loading = g_cancellable_new ();
  cor_store_load_translation_scene_async (cor_session_get_store (self->session), conversation, self->spell_loading, on_scene_loaded, g_object_ref (self));
}

static void
on_setting_changed (CorComposer *self)
{
  cor_spell_marker_set_enabled (self->spell_marker, g_settings_get_boolean (cor_session_get_settings (self->session), "check-spelling"));
}

/* To be called once, with the session. */
void
_cor_composer_init_spelling (CorComposer *self)
{
  GSettings *settings = cor_session_get_settings (self->session);
  g_autoptr (CorSpelling) spelling = cor_spelling_new (cor_session_get_store (self->session));

  self->spell_marker = cor_spell_marker_new (self->text_view, spelling);
  self->spell_menu = cor_spell_menu_new (self->text_view, spelling, self->spell_marker, settings);
  g_signal_connect_object (settings, "changed::check-spelling", G_CALLBACK (on_setting_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "changed", G_CALLBACK (on_changed), self, 0);
  on_setting_changed (self);
}

/* To be called before the text view goes. */
void
_cor_composer_drop_spelling (CorComposer *self)
{
  g_cancellable_cancel (self->spell_loading);
  g_clear_object (&self->spell_loading);
  g_clear_object (&self->spell_menu);
  g_clear_object (&self->spell_marker);
  g_clear_pointer (&self->spell_scene, cor_translation_scene_free);
}
