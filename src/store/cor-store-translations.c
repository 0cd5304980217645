/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-translations"

#include "config.h"

#include "cor-store-translations.h"

#include "cor-db.h"
#include "cor-language.h"
#include "cor-message-record.h"
#include "cor-store-translation-scene.h"
#include "cor-view.h"

/* Rows that an agent sees without scrolling far. */
#define MOST_OWN 50
/* What could not be had is asked for again by itself. */
#define AGAIN_SECONDS (60 * 60)

void
cor_translation_free (CorTranslation *self)
{
  g_free (self->source);
  g_free (self->target);
  g_free (self->service);
  g_free (self->text);
  g_strfreev (self->names);
  g_free (self->result);
  g_free (self->error_text);
  g_free (self);
}

static CorTranslationState
parse_state (const char *name)
{
  if (g_strcmp0 (name, "done") == 0)
    return COR_TRANSLATION_DONE;
  return g_strcmp0 (name, "failed") == 0 ? COR_TRANSLATION_FAILED : COR_TRANSLATION_WANTED;
}

/* The first row, or NULL. */
static CorTranslation *
read_first (CorDb        *db,
            sqlite3_stmt *row)
{
  CorTranslation *self = NULL;

  while (cor_db_next (db, row))
    {
      const char *names = cor_column_text (row, 6);

      self = g_new0 (CorTranslation, 1);
      self->id = cor_column_int (row, 0);
      self->source = cor_column_dup (row, 1);
      self->target = cor_column_dup (row, 2);
      self->service = cor_column_dup (row, 3);
      self->state = parse_state (cor_column_text (row, 4));
      self->text = cor_column_dup (row, 5);
      self->names = names != NULL ? g_strsplit (names, "\n", -1) : NULL;
      self->result = cor_column_dup (row, 7);
      self->error_code = (int) cor_column_int (row, 8);
      self->error_text = cor_column_dup (row, 9);
      self->at = cor_column_int (row, 10);
    }
  return self;
}

static char *
digest (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/**
 * cor_translation_find:
 * @db: the connection of the calling thread
 *
 * Returns: (transfer full) (nullable): what the service of today said of @text, or will
 */
CorTranslation *
cor_translation_find (CorDb                   *db,
                      const CorTranslatorData *translator,
                      const char              *text,
                      const char              *target)
{
  g_autofree char *service = cor_translator_data_dup_name (translator);
  g_autofree char *key = service != NULL ? digest (text) : NULL;

  return service != NULL ? read_first (db, cor_db_query (db, "translation-find-for", "sss", key, target, service)) : NULL;
}

/**
 * cor_translation_is_forbidden:
 * @db: the connection of the calling thread
 * @conversation: local id
 *
 * Returns: whether its account is set so (translate.md asks for that)
 */
gboolean
cor_translation_is_forbidden (CorDb *db,
                              gint64 conversation)
{
  return cor_db_get_int (db, "translation-is-forbidden", "l", conversation) == 1;
}

typedef struct
{
  char    *text, *source, *target, *names;
  gint64   id, conversation;
  gboolean is_wanted; /* else only looked for */
  GError  *failure;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_free (ask->text);
  g_free (ask->source);
  g_free (ask->target);
  g_free (ask->names);
  g_clear_error (&ask->failure);
  g_free (ask);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ask, ask_free)

static Ask *
ask_new (const char        *text,
         const char        *source,
         const char        *target,
         const char *const *names)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->text = g_strdup (text);
  ask->source = g_strdup (source);
  ask->target = g_strdup (target);
  ask->names = names != NULL ? g_strjoinv ("\n", (char **) names) : NULL;
  return ask;
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
put_wanted (CorDb                   *db,
            const CorTranslatorData *translator,
            const Ask               *ask)
{
  g_auto (GStrv) present = ask->conversation != 0 ? cor_translation_scene_load_names (db, ask->conversation) : NULL;
  g_autofree char *names = present != NULL ? g_strjoinv ("\n", present) : g_strdup (ask->names);
  g_autofree char *service = cor_translator_data_dup_name (translator);
  g_autofree char *key = digest (ask->text);

  cor_db_run (db, "translation-want", "ssssssl", key, ask->source, ask->target, service, ask->text, names, get_now ());
  cor_db_touch_topics (db, COR_TOPIC_TRANSLATIONS | COR_TOPIC_WORK);
}

static gpointer
want_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const Ask *ask = data;
  g_autoptr (CorTranslatorData) translator = cor_translator_data_load (db);
  g_autofree char *service = cor_translator_data_dup_name (translator);
  g_autofree char *key = digest (ask->text);
  CorTranslation  *found;

  if (service == NULL)
    {
      cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "No service that translates was chosen");
      return NULL;
    }
  if (ask->conversation != 0 && cor_translation_is_forbidden (db, ask->conversation))
    {
      cor_db_fail (db, COR_STORE_ERROR_CONFLICT, "Texts of this account are not sent to a service");
      return NULL;
    }
  if (ask->is_wanted)
    put_wanted (db, translator, ask);
  found = read_first (db, cor_db_query (db, "translation-find", "ssss", key, ask->source, ask->target, service));
  if (found == NULL)
    cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "That was not asked for");
  return found;
}

/**
 * cor_store_want_translation_async:
 * @conversation: local id: the names of who is in it are not sent; 0: @names are not
 * @text: plain text
 * @source: BCP 47
 * @target: BCP 47
 * @names: (nullable): that must not be sent
 *
 * Asks for a translation; what was answered before is answered at once, what failed is tried again.
 */
void
cor_store_want_translation_async (CorStore           *store,
                                  gint64              conversation,
                                  const char         *text,
                                  const char         *source,
                                  const char         *target,
                                  const char *const  *names,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  Ask *ask = ask_new (text, source, target, names);

  ask->is_wanted = TRUE;
  ask->conversation = conversation;
  cor_store_run_async (store, COR_STORE_AGENT, want_job, ask, ask_free, (GDestroyNotify) cor_translation_free, cancellable, callback, user_data);
}

/**
 * cor_store_look_for_translation_async:
 *
 * How a translation that was asked for stands. cor_store_want_translation_finish() ends it.
 */
void
cor_store_look_for_translation_async (CorStore           *store,
                                      const char         *text,
                                      const char         *source,
                                      const char         *target,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, want_job, ask_new (text, source, target, NULL), ask_free, (GDestroyNotify) cor_translation_free,
                       cancellable, callback, user_data);
}

/**
 * cor_store_want_translation_finish:
 * @error: %COR_STORE_ERROR_NOT_FOUND: no service was chosen, or nobody asked; %COR_STORE_ERROR_CONFLICT: it is forbidden
 *
 * Returns: (transfer full) (nullable): how it stands
 */
CorTranslation *
cor_store_want_translation_finish (CorStore     *store,
                                   GAsyncResult *result,
                                   GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

/* Whether it was not asked for yet, or long ago in vain. */
static gboolean
is_open (const CorTranslation *found,
         gint64                now)
{
  return found == NULL || (found->state == COR_TRANSLATION_FAILED && now - found->at >= AGAIN_SECONDS);
}

/* What was written last there, or NULL where it was not a customer. */
static char *
dup_heard (CorDb *db,
           gint64 conversation)
{
  sqlite3_stmt *row = cor_db_query (db, "projection-newest", "l", conversation);
  char         *content = NULL;

  while (cor_db_next (db, row))
    if (cor_column_int (row, 1) == COR_MESSAGE_INCOMING)
      content = cor_column_dup (row, 0);
  return content;
}

static void
wish (CorDb                   *db,
      const CorTranslatorData *translator,
      gint64                   conversation)
{
  g_autofree char *content = dup_heard (db, conversation);
  g_autoptr (CorTranslation) found = content != NULL ? cor_translation_find (db, translator, content, translator->target) : NULL;
  const char *language = content != NULL && is_open (found, get_now ()) ? cor_language_detect_tag (content) : NULL;
  g_autoptr (Ask) ask = NULL;

  if (language == NULL || cor_translator_data_get_mode (translator, language) != COR_LANGUAGE_ALWAYS || cor_translation_is_forbidden (db, conversation))
    return;
  ask = ask_new (content, language, translator->target, NULL);
  ask->conversation = conversation;
  put_wanted (db, translator, ask);
}

static gpointer
wish_own_job (CorDb   *db,
              gpointer data,
              GError **error)
{
  g_autoptr (CorTranslatorData) translator = cor_translator_data_load (db);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *row;

  if (translator->kind == NULL || !cor_translator_data_has_always (translator))
    return GINT_TO_POINTER (TRUE);
  row = cor_db_query (db, "thread-own", "ii", (int) COR_VIEW_IN_MINE, MOST_OWN);
  while (cor_db_next (db, row))
    {
      gint64 id = cor_column_int (row, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    wish (db, translator, g_array_index (ids, gint64, i));
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_wish_own_translations_async:
 *
 * Asks for what was written last in the agent's own conversations in a language that is always translated: the rows say
 * it in hers, and it is here when the network is not.
 */
void
cor_store_wish_own_translations_async (CorStore           *store,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, wish_own_job, NULL, NULL, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_wish_own_translations_finish (CorStore     *store,
                                        GAsyncResult *result,
                                        GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
next_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  return read_first (db, cor_db_query (db, "translation-next", ""));
}

void
cor_store_next_translation_async (CorStore           *store,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, next_job, NULL, NULL, (GDestroyNotify) cor_translation_free, cancellable, callback, user_data);
}

/**
 * cor_store_next_translation_finish:
 *
 * Returns: (transfer full) (nullable): what was asked for first; %NULL without an error: nothing is
 */
CorTranslation *
cor_store_next_translation_finish (CorStore     *store,
                                   GAsyncResult *result,
                                   GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  const Ask *ask = data;

  if (ask->failure == NULL)
    cor_db_run (db, "translation-put", "lsl", ask->id, ask->text, get_now ());
  else
    cor_db_run (db, "translation-fail", "lisl", ask->id, ask->failure->code, ask->failure->message, get_now ());
  cor_db_touch_topics (db, COR_TOPIC_TRANSLATIONS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_put_translation_async:
 * @id: of what was asked
 * @result_text: (nullable): the translation
 * @failure: (nullable): of COR_SERVICE_ERROR: why there is none
 */
void
cor_store_put_translation_async (CorStore           *store,
                                 gint64              id,
                                 const char         *result_text,
                                 const GError       *failure,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  Ask *ask = ask_new (result_text, NULL, NULL, NULL);

  ask->id = id;
  ask->failure = failure != NULL ? g_error_copy (failure) : NULL;
  cor_store_run_async (store, COR_STORE_SYNC, put_job, ask, ask_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_put_translation_finish (CorStore     *store,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
