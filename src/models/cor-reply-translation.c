/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-translation"

#include "config.h"

#include "cor-reply-translation.h"

#include "cor-language.h"
#include "cor-result.h"
#include "cor-store-translations.h"
#include "cor-str.h"

/*
 * CorReplyTranslation: a reply that the agent wrote in her language, put into the customer's, and back again to be
 * compared. It decides whether a machine may do it, asks for both in the store, and follows the store until they are
 * there. Main thread only.
 *
 * "changed": any of it did.
 */
struct _CorReplyTranslation
{
  GObject parent_instance;

  CorStore            *store;       /* owned */
  GCancellable        *cancellable; /* owned: of what was asked last */
  CorTranslationScene *scene;       /* owned, or NULL */
  CorTranslation      *there;       /* owned: into the customer's language, or NULL */
  CorTranslation      *back;        /* owned, or NULL */

  CorReplyTranslationState state;
  CorTranslationRefusal    refusal;
  gint64                   conversation;
  char                    *text;
  const char              *language; /* static, or of the scene */
  int                      error_code;
  char                    *error_text;
  gboolean                 is_looking; /* a reading is under way */
};

G_DEFINE_FINAL_TYPE (CorReplyTranslation, cor_reply_translation, G_TYPE_OBJECT)

static guint changed_signal;

static void
set_state (CorReplyTranslation     *self,
           CorReplyTranslationState state)
{
  self->state = state;
  g_signal_emit (self, changed_signal, 0);
}

static void
forget (CorReplyTranslation *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->there, cor_translation_free);
  g_clear_pointer (&self->back, cor_translation_free);
  g_clear_pointer (&self->scene, cor_translation_scene_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->error_text, g_free);
  self->language = NULL;
  self->is_looking = FALSE;
}

static void
fail (CorReplyTranslation *self,
      int                  code,
      const char          *words)
{
  self->error_code = code;
  cor_set_str (&self->error_text, words);
  set_state (self, COR_REPLY_TRANSLATION_FAILED);
}

static void want_back (CorReplyTranslation *self);

/* Without a way back the translation is shown all the same. */
static void
take (CorReplyTranslation *self)
{
  const CorTranslation *waited = self->back != NULL ? self->back : self->there;

  if (waited->state == COR_TRANSLATION_WANTED)
    return;
  if (waited == self->back)
    set_state (self, COR_REPLY_TRANSLATION_READY);
  else if (waited->state == COR_TRANSLATION_DONE)
    want_back (self);
  else
    fail (self, waited->error_code, waited->error_text);
}

static void
on_asked (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CorReplyTranslation) self = user_data;
  g_autoptr (GError) error = NULL;
  CorTranslation *found;

  if (cor_result_is_cancelled (result))
    {
      g_autoptr (CorTranslation) stale = cor_store_want_translation_finish (COR_STORE (source), result, NULL);

      return; /* something else was asked meanwhile */
    }
  found = cor_store_want_translation_finish (COR_STORE (source), result, &error);
  self->is_looking = FALSE;
  if (found == NULL)
    {
      fail (self, -1, error->message);
      return;
    }
  if (self->there == NULL || self->there->state == COR_TRANSLATION_WANTED)
    {
      g_clear_pointer (&self->there, cor_translation_free);
      self->there = found;
    }
  else
    {
      g_clear_pointer (&self->back, cor_translation_free);
      self->back = found;
    }
  take (self);
}

static void
want_back (CorReplyTranslation *self)
{
  self->is_looking = TRUE;
  cor_store_want_translation_async (self->store, self->conversation, self->there->result, self->there->target, self->there->source, NULL, self->cancellable, on_asked, g_object_ref (self));
}

static gboolean
wants_translation (CorReplyTranslation *self)
{
  const CorTranslationScene *scene = self->scene;

  self->language = cor_language_detect_tag (self->text);
  if (self->language == NULL)
    self->language = scene->translator->target;
  return scene->language != NULL && !cor_language_matches (scene->language, self->language);
}

static void
on_scene (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CorReplyTranslation) self = user_data;
  g_autoptr (GError) error = NULL;
  CorTranslationScene *scene = cor_store_load_translation_scene_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    {
      g_clear_pointer (&scene, cor_translation_scene_free);
      return;
    }
  if (scene == NULL)
    {
      fail (self, -1, error->message);
      return;
    }
  self->scene = scene;
  if (scene->is_forbidden)
    {
      set_state (self, COR_REPLY_TRANSLATION_FORBIDDEN);
      return;
    }
  if (scene->translator->kind == NULL)
    {
      set_state (self, COR_REPLY_TRANSLATION_NO_SERVICE);
      return;
    }
  if (!wants_translation (self))
    {
      set_state (self, COR_REPLY_TRANSLATION_NO_NEED);
      return;
    }
  self->refusal = scene->is_held ? COR_TRANSLATION_OF_HOLD
                                 : cor_translation_refusal_find (self->text, self->language, (const char *const *) scene->labels, cor_store_get_glossary ());
  if (self->refusal != COR_TRANSLATION_FREE)
    {
      set_state (self, COR_REPLY_TRANSLATION_REFUSED);
      return;
    }
  self->is_looking = TRUE;
  cor_store_want_translation_async (self->store, self->conversation, self->text, self->language, scene->language, NULL, self->cancellable,
                                    on_asked, g_object_ref (self));
}

static void
on_store_changed (CorReplyTranslation *self,
                  CorStoreChanges     *changes)
{
  const CorTranslation *waited = self->back != NULL ? self->back : self->there;

  if (self->state != COR_REPLY_TRANSLATION_ASKING || waited == NULL || self->is_looking || waited->text == NULL ||
      !(changes->reset || (changes->topics & COR_TOPIC_TRANSLATIONS) != 0))
    return;
  self->is_looking = TRUE;
  cor_store_look_for_translation_async (self->store, waited->text, waited->source, waited->target, self->cancellable, on_asked, g_object_ref (self));
}

static void
cor_reply_translation_dispose (GObject *object)
{
  CorReplyTranslation *self = COR_REPLY_TRANSLATION (object);

  forget (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_reply_translation_parent_class)->dispose (object);
}

static void
cor_reply_translation_class_init (CorReplyTranslationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_reply_translation_dispose;

  changed_signal = g_signal_new ("changed", COR_TYPE_REPLY_TRANSLATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_reply_translation_init (CorReplyTranslation *self)
{
}

/**
 * cor_reply_translation_new:
 *
 * Returns: (transfer full): nothing is asked yet
 */
CorReplyTranslation *
cor_reply_translation_new (CorStore *store)
{
  CorReplyTranslation *self = g_object_new (COR_TYPE_REPLY_TRANSLATION, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_reply_translation_ask:
 * @conversation: local id: whose customer is written to
 * @text: what the agent wrote
 */
void
cor_reply_translation_ask (CorReplyTranslation *self,
                           gint64               conversation,
                           const char          *text)
{
  g_return_if_fail (COR_IS_REPLY_TRANSLATION (self) && text != NULL);

  forget (self);
  self->text = g_strdup (text);
  self->conversation = conversation;
  self->cancellable = g_cancellable_new ();
  cor_store_load_translation_scene_async (self->store, conversation, self->cancellable, on_scene, g_object_ref (self));
  set_state (self, COR_REPLY_TRANSLATION_ASKING);
}

/**
 * cor_reply_translation_clear:
 *
 * Asks nothing any more; what comes still is kept in the store.
 */
void
cor_reply_translation_clear (CorReplyTranslation *self)
{
  g_return_if_fail (COR_IS_REPLY_TRANSLATION (self));

  forget (self);
  if (self->state != COR_REPLY_TRANSLATION_NONE)
    set_state (self, COR_REPLY_TRANSLATION_NONE);
}

CorReplyTranslationState
cor_reply_translation_get_state (CorReplyTranslation *self)
{
  return self->state;
}

CorTranslationRefusal
cor_reply_translation_get_refusal (CorReplyTranslation *self)
{
  return self->refusal;
}

/**
 * cor_reply_translation_get_error:
 * @words: (out) (nullable): what was said
 *
 * Returns: a code of COR_SERVICE_ERROR, or -1
 */
int
cor_reply_translation_get_error (CorReplyTranslation *self,
                                 const char         **words)
{
  *words = self->error_text;
  return self->error_code;
}

/**
 * cor_reply_translation_get_source:
 * @language: (out) (optional): BCP 47
 *
 * Returns: (transfer none) (nullable): what the agent wrote
 */
const char *
cor_reply_translation_get_source (CorReplyTranslation *self,
                                  const char         **language)
{
  if (language != NULL)
    *language = self->language;
  return self->text;
}

/**
 * cor_reply_translation_get_result:
 * @language: (out) (optional) (nullable): BCP 47: the customer's
 *
 * Returns: (transfer none) (nullable): the same in the customer's language
 */
const char *
cor_reply_translation_get_result (CorReplyTranslation *self,
                                  const char         **language)
{
  if (language != NULL)
    *language = self->scene != NULL ? self->scene->language : NULL;
  return self->there != NULL ? self->there->result : NULL;
}

/**
 * cor_reply_translation_get_back:
 *
 * Returns: (transfer none) (nullable): the translation put back by the machine; %NULL where it has no way back
 */
const char *
cor_reply_translation_get_back (CorReplyTranslation *self)
{
  return self->back != NULL ? self->back->result : NULL;
}

/**
 * cor_reply_translation_get_service:
 *
 * Returns: (transfer none) (nullable): "apertium", "libretranslate"
 */
const char *
cor_reply_translation_get_service (CorReplyTranslation *self)
{
  return self->scene != NULL ? self->scene->translator->kind : NULL;
}

static CorProtectWords
get_words (CorReplyTranslation *self)
{
  return (CorProtectWords){ (const char *const *) self->scene->names, cor_store_get_glossary (), self->language, self->scene->language };
}

/**
 * cor_reply_translation_find_parts:
 * @text: one of the three
 *
 * Returns: (transfer full) (element-type CorProtectPart): what in it is protected
 */
GArray *
cor_reply_translation_find_parts (CorReplyTranslation *self,
                                  const char          *text)
{
  const CorProtectWords words = get_words (self);

  return cor_protect_find (text, &words);
}

/**
 * cor_reply_translation_check:
 *
 * To be called once it is ready.
 *
 * Returns: (transfer full) (element-type CorProtectFinding): what is not the same on both sides
 */
GArray *
cor_reply_translation_check (CorReplyTranslation *self)
{
  const CorProtectWords words = get_words (self);

  return cor_protect_check (self->text, self->there->result, &words);
}
