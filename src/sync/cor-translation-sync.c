/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-translation-sync"

#include "config.h"

#include "cor-translation-sync.h"

#include "cor-protect.h"
#include "cor-secrets.h"
#include "cor-service-error.h"
#include "cor-store-translations.h"
#include "cor-str.h"
#include "cor-translator.h"

#define LOOK_EVERY_SECONDS 60

/* What a service translates is asked for again after a day. */
#define PAIRS_LAST (24 * 60 * 60 * G_TIME_SPAN_SECOND)

struct _CorTranslationSync
{
  CorBackgroundSync parent_instance;

  CorTranslation    *job;        /* owned: that is being translated */
  CorTranslatorData *settings;   /* owned: of the look that runs */
  CorProtected      *masked;     /* owned: its text */
  CorTranslator     *translator; /* owned, or NULL */
  char              *name;       /* of the translator */
  GPtrArray         *pairs;      /* owned, or NULL: what it translates */
  gint64             pairs_at;   /* monotonic */
};

G_DEFINE_FINAL_TYPE (CorTranslationSync, cor_translation_sync, COR_TYPE_BACKGROUND_SYNC)

static void
clear_job (CorTranslationSync *self)
{
  g_clear_pointer (&self->job, cor_translation_free);
  g_clear_pointer (&self->settings, cor_translator_data_free);
  g_clear_pointer (&self->masked, cor_protected_free);
}

static void take_next (CorTranslationSync *self);

static void
on_put (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (CorTranslationSync) self = user_data;
  GError *error = NULL;

  cor_store_put_translation_finish (COR_STORE (source), result, &error);
  if (!cor_background_sync_goes_on (self, error))
    return;
  clear_job (self);
  take_next (self);
}

static void
put (CorTranslationSync *self,
     const char         *text)
{
  cor_store_put_translation_async (cor_background_sync_get_store (self), self->job->id, text, NULL, NULL, on_put, g_object_ref (self));
}

static void
fail (CorTranslationSync *self,
      GError             *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      cor_background_sync_end (self, error); /* it stays wanted */
      return;
    }
  if (g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_PAIR))
    g_clear_pointer (&self->pairs, g_ptr_array_unref);
  if (cor_service_error_needs_agent (error))
    g_clear_pointer (&self->name, g_free); /* who puts the key or the authority right is asked with the new one */
  cor_store_put_translation_async (cor_background_sync_get_store (self), self->job->id, NULL, error, NULL, on_put, g_object_ref (self));
  g_error_free (error);
}

static void
on_translated (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CorTranslationSync) self = user_data;
  GError          *error = NULL;
  g_autofree char *answer = cor_translator_translate_finish (COR_TRANSLATOR (source), result, &error);
  g_autofree char *text = answer != NULL ? cor_protected_restore (self->masked, answer) : NULL;

  if (text != NULL)
    put (self, text);
  else
    fail (self, error);
}

static void
translate (CorTranslationSync *self)
{
  const CorTranslation    *job = self->job;
  const CorProtectWords    words = { (const char *const *) job->names, cor_store_get_glossary (), job->source, job->target };
  const CorTranslatorPair *pair = cor_translator_pairs_find (self->pairs, job->source, job->target);

  self->masked = cor_protected_new (job->text, &words);
  if (!cor_protected_has_words (self->masked))
    put (self, job->text);
  else if (pair == NULL)
    fail (self, cor_service_error_new (COR_SERVICE_ERROR_NO_PAIR, 0, 0, "The service does not have these languages"));
  else
    cor_translator_translate_async (self->translator, cor_protected_get_text (self->masked), pair, cor_background_sync_get_cancellable (self), on_translated, g_object_ref (self));
}

static void
on_pairs (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CorTranslationSync) self = user_data;
  GError    *error = NULL;
  GPtrArray *pairs = cor_translator_list_pairs_finish (COR_TRANSLATOR (source), result, &error);

  if (pairs == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  self->pairs = pairs;
  self->pairs_at = g_get_monotonic_time ();
  translate (self);
}

static void
ensure_pairs (CorTranslationSync *self)
{
  if (self->pairs != NULL && g_get_monotonic_time () - self->pairs_at < PAIRS_LAST)
    translate (self);
  else
    cor_translator_list_pairs_async (self->translator, cor_background_sync_get_cancellable (self), on_pairs, g_object_ref (self));
}

static void
make_translator (CorTranslationSync *self,
                 const char         *key)
{
  GError *error = NULL;

  g_clear_object (&self->translator);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  self->translator = cor_translator_new (self->settings->kind, self->settings->url, self->settings->ca_file, key, &error);
  if (self->translator != NULL)
    ensure_pairs (self);
  else
    fail (self, error);
}

static void
on_key (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (CorTranslationSync) self = user_data;
  GError          *error = NULL;
  g_autofree char *key = cor_secrets_lookup_finish (result, &error);

  if (key != NULL)
    make_translator (self, key);
  else
    fail (self, error);
}

/* Whether there is a translator of that service; one of another is let go of, so that nothing is sent to it any more. */
static gboolean
is_same_service (CorTranslationSync *self,
                 const char         *name)
{
  if (cor_set_str (&self->name, name))
    {
      g_clear_object (&self->translator);
      g_clear_pointer (&self->pairs, g_ptr_array_unref);
    }
  return self->translator != NULL;
}

static void
on_settings (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CorTranslationSync) self = user_data;
  GError          *error = NULL;
  g_autofree char *name = NULL;

  self->settings = cor_store_load_translator_finish (COR_STORE (source), result, &error);
  if (!cor_background_sync_goes_on (self, error))
    return;
  name = cor_translator_data_dup_name (self->settings);
  if (g_strcmp0 (name, self->job->service) != 0)
    /* asked of a service that is not used any more */
    fail (self, cor_service_error_new (COR_SERVICE_ERROR_NOT_FOUND, 0, 0, "Another service was chosen since"));
  else if (is_same_service (self, name))
    ensure_pairs (self);
  else if (self->settings->has_key)
    cor_secrets_lookup_async (self->settings->url, COR_SECRETS_TRANSLATION, cor_background_sync_get_cancellable (self), on_key, g_object_ref (self));
  else
    make_translator (self, NULL);
}

static void
on_next (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CorTranslationSync) self = user_data;
  GError *error = NULL;

  self->job = cor_store_next_translation_finish (COR_STORE (source), result, &error);
  if (!cor_background_sync_goes_on (self, error))
    return;
  if (self->job == NULL)
    cor_background_sync_end (self, NULL);
  else
    cor_store_load_translator_async (cor_background_sync_get_store (self), cor_background_sync_get_cancellable (self), on_settings, g_object_ref (self));
}

static void
take_next (CorTranslationSync *self)
{
  cor_store_next_translation_async (cor_background_sync_get_store (self), cor_background_sync_get_cancellable (self), on_next, g_object_ref (self));
}

static void
on_wished (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorTranslationSync) self = user_data;
  GError *error = NULL;

  cor_store_wish_own_translations_finish (COR_STORE (source), result, &error);
  if (cor_background_sync_goes_on (self, error))
    take_next (self);
}

static void
cor_translation_sync_look (CorBackgroundSync *sync)
{
  cor_store_wish_own_translations_async (cor_background_sync_get_store (sync), cor_background_sync_get_cancellable (sync), on_wished, g_object_ref (sync));
}

static void
cor_translation_sync_clear (CorBackgroundSync *sync)
{
  clear_job (COR_TRANSLATION_SYNC (sync));
}

static void
cor_translation_sync_finalize (GObject *object)
{
  CorTranslationSync *self = COR_TRANSLATION_SYNC (object);

  g_clear_object (&self->translator);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_free (self->name);

  G_OBJECT_CLASS (cor_translation_sync_parent_class)->finalize (object);
}

static void
cor_translation_sync_class_init (CorTranslationSyncClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  CorBackgroundSyncClass *sync_class = COR_BACKGROUND_SYNC_CLASS (klass);

  object_class->finalize = cor_translation_sync_finalize;
  sync_class->look = cor_translation_sync_look;
  sync_class->clear = cor_translation_sync_clear;
  sync_class->look_every_seconds = LOOK_EVERY_SECONDS;
}

static void
cor_translation_sync_init (CorTranslationSync *self)
{
}

/**
 * cor_translation_sync_new:
 *
 * Returns: (transfer full): it does nothing yet
 */
CorBackgroundSync *
cor_translation_sync_new (CorStore *store)
{
  return g_object_new (COR_TYPE_TRANSLATION_SYNC, "store", store, NULL);
}
