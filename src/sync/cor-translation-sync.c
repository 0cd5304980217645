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

/* What a service translates is asked for again after a day. */
#define PAIRS_LAST (24 * 60 * 60 * G_TIME_SPAN_SECOND)

struct _CorTranslationSync
{
  GObject parent_instance;

  CorStore          *store;       /* owned */
  GCancellable      *cancellable; /* owned; of the look that runs, NULL when none does */
  GTask             *once;        /* owned: of run */
  CorTranslation    *job;         /* owned: that is being translated */
  CorTranslatorData *settings;    /* owned: of the look that runs */
  CorProtected      *masked;      /* owned: its text */
  CorTranslator     *translator;  /* owned, or NULL */
  char              *name;        /* of the translator */
  GPtrArray         *pairs;       /* owned, or NULL: what it translates */
  gint64             pairs_at;    /* monotonic */
  gboolean           is_started, wants_look;
};

G_DEFINE_FINAL_TYPE (CorTranslationSync, cor_translation_sync, G_TYPE_OBJECT)

static void look (CorTranslationSync *self);

static void
clear_job (CorTranslationSync *self)
{
  g_clear_pointer (&self->job, cor_translation_free);
  g_clear_pointer (&self->settings, cor_translator_data_free);
  g_clear_pointer (&self->masked, cor_protected_free);
}

static void
end_look (CorTranslationSync *self,
          GError             *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->once);

  clear_job (self);
  g_clear_object (&self->cancellable);
  if (error != NULL)
    g_debug ("%s", error->message);
  if (task != NULL && error != NULL)
    g_task_return_error (task, error);
  else if (task != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_clear_error (&error);
  if (self->wants_look && self->is_started)
    look (self);
}

/* Ends the look where it was stopped, or the store failed. */
static gboolean
goes_on (CorTranslationSync *self,
         GError             *error)
{
  if (error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &error);
  if (error == NULL)
    return TRUE;
  end_look (self, error);
  return FALSE;
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
  if (!goes_on (self, error))
    return;
  clear_job (self);
  take_next (self);
}

static void
put (CorTranslationSync *self,
     const char         *text)
{
  cor_store_put_translation_async (self->store, self->job->id, text, NULL, NULL, on_put, g_object_ref (self));
}

static void
fail (CorTranslationSync *self,
      GError             *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      end_look (self, error); /* it stays wanted */
      return;
    }
  if (g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_PAIR))
    g_clear_pointer (&self->pairs, g_ptr_array_unref);
  if (cor_service_error_needs_agent (error))
    g_clear_pointer (&self->name, g_free); /* who puts the key or the authority right is asked with the new one */
  cor_store_put_translation_async (self->store, self->job->id, NULL, error, NULL, on_put, g_object_ref (self));
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
    cor_translator_translate_async (self->translator, cor_protected_get_text (self->masked), pair, self->cancellable, on_translated, g_object_ref (self));
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
    cor_translator_list_pairs_async (self->translator, self->cancellable, on_pairs, g_object_ref (self));
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

static void
on_settings (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CorTranslationSync) self = user_data;
  GError          *error = NULL;
  g_autofree char *name = NULL;

  self->settings = cor_store_load_translator_finish (COR_STORE (source), result, &error);
  if (!goes_on (self, error))
    return;
  name = cor_translator_data_dup_name (self->settings);
  if (g_strcmp0 (name, self->job->service) != 0)
    /* asked of a service that is not used any more */
    fail (self, cor_service_error_new (COR_SERVICE_ERROR_NOT_FOUND, 0, 0, "Another service was chosen since"));
  else if (!cor_set_str (&self->name, name) && self->translator != NULL)
    ensure_pairs (self);
  else if (self->settings->has_key)
    cor_secrets_lookup_stored_async (self->settings->url, COR_TRANSLATOR_KEY, self->cancellable, on_key, g_object_ref (self));
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
  if (!goes_on (self, error))
    return;
  if (self->job == NULL)
    end_look (self, NULL);
  else
    cor_store_load_translator_async (self->store, self->cancellable, on_settings, g_object_ref (self));
}

static void
take_next (CorTranslationSync *self)
{
  cor_store_next_translation_async (self->store, self->cancellable, on_next, g_object_ref (self));
}

static void
look (CorTranslationSync *self)
{
  self->wants_look = self->cancellable != NULL;
  if (self->wants_look)
    return;
  self->cancellable = g_cancellable_new ();
  take_next (self);
}

static void
cor_translation_sync_dispose (GObject *object)
{
  CorTranslationSync *self = COR_TRANSLATION_SYNC (object);

  cor_translation_sync_stop (self);
  clear_job (self);
  g_clear_object (&self->translator);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_translation_sync_parent_class)->dispose (object);
}

static void
cor_translation_sync_finalize (GObject *object)
{
  g_clear_pointer (&COR_TRANSLATION_SYNC (object)->name, g_free);

  G_OBJECT_CLASS (cor_translation_sync_parent_class)->finalize (object);
}

static void
cor_translation_sync_class_init (CorTranslationSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_translation_sync_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_translation_sync_finalize;
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
CorTranslationSync *
cor_translation_sync_new (CorStore *store)
{
  CorTranslationSync *self = g_object_new (COR_TYPE_TRANSLATION_SYNC, NULL);

  self->store = g_object_ref (store);
  return self;
}

void
cor_translation_sync_start (CorTranslationSync *self)
{
  if (self->is_started)
    return;
  self->is_started = TRUE;
  look (self);
}

void
cor_translation_sync_stop (CorTranslationSync *self)
{
  self->is_started = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
cor_translation_sync_wake (CorTranslationSync *self)
{
  if (self->is_started)
    look (self);
}

void
cor_translation_sync_run_async (CorTranslationSync *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_translation_sync_run_async);
  if (self->cancellable != NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "Translations are being made");
      return;
    }
  self->once = g_steal_pointer (&task);
  look (self);
}

/**
 * cor_translation_sync_run_finish:
 * @error: COR_STORE_ERROR; how each translation went is told in the store
 *
 * Returns: whether nothing is wanted any more
 */
gboolean
cor_translation_sync_run_finish (CorTranslationSync *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
