/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-gaps.h"

#include "cor-db.h"
#include "cor-mask.h"
#include "cor-own-values.h"
#include "cor-question.h"
#include "cor-store-translation-scene.h"
#include "cor-terms.h"

#include <string.h>

/* Two questions are one if they share this part of all the words that the two have. */
#define ALIKE_NUMERATOR 1
#define ALIKE_DENOMINATOR 2

void
cor_gap_data_free (CorGapData *self)
{
  g_free (self->text);
  g_free (self->locale);
  g_free (self->slug);
  g_free (self);
}

static void
question_free (gpointer data)
{
  CorGapQuestion *question = data;

  g_free (question->text);
  g_free (question->locale);
  g_free (question);
}

/* The words that say something, each once; of scripts without spaces pairs of signs. Empty for a text without any. */
static char *
dup_terms (const char *text,
           const char *locale)
{
  g_autoptr (CorTerms) terms = cor_terms_new (text, locale);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) keys = NULL;
  GString       *line = g_string_new (NULL);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);

  for (guint i = 0; i < n; i++)
    {
      if (term[i].kind == COR_TERM_SIGN && i > 0 && term[i - 1].kind == COR_TERM_SIGN)
        g_hash_table_add (seen, g_strconcat (term[i - 1].text, term[i].text, NULL));
      else if ((term[i].kind == COR_TERM_WORD && !term[i].is_stop) || term[i].kind == COR_TERM_CODE)
        g_hash_table_add (seen, g_strdup (term[i].text));
    }
  keys = g_list_sort (g_hash_table_get_keys (seen), (GCompareFunc) strcmp);
  for (GList *key = keys; key != NULL; key = key->next)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", (const char *) key->data);
  return g_string_free (line, FALSE);
}

static gboolean
are_alike (const char *one,
           const char *other)
{
  g_auto (GStrv) words = g_strsplit (one, " ", -1);
  g_auto (GStrv) others = g_strsplit (other, " ", -1);
  guint n_common = 0, n_all = 0;

  if (*one == '\0' || *other == '\0')
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    n_common += g_strv_contains ((const char *const *) others, words[i]);
  n_all = g_strv_length (words) + g_strv_length (others) - n_common;
  return n_common * ALIKE_DENOMINATOR >= n_all * ALIKE_NUMERATOR;
}

typedef struct
{
  gint64 account, conversation;
  char  *text, *locale;
} Filing;

static void
filing_free (gpointer data)
{
  Filing *filing = data;

  g_free (filing->text);
  g_free (filing->locale);
  g_free (filing);
}

/* The open gap that asks the same, the one asked most often first. */
static gint64
find_alike (CorDb      *db,
            Filing     *filing,
            const char *terms)
{
  gint64        found = 0;
  sqlite3_stmt *row = cor_db_query (db, "gap-list-open", "l", filing->account);

  while (cor_db_next (db, row))
    if (found == 0 && (are_alike (cor_column_text (row, 1), terms) || strcmp (cor_column_text (row, 2), filing->text) == 0))
      found = cor_column_int (row, 0);
  return found;
}

/* The list of gaps is exported and given to those who write articles; who asked, and about whom, is not their business. */
static void
hide_people (CorDb  *db,
             Filing *filing)
{
  g_auto (GStrv) scene = cor_translation_scene_load_names (db, filing->conversation);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *hidden = NULL;
  sqlite3_stmt    *row = cor_db_query (db, "gap-known-names", "s", filing->text);

  while (cor_db_next (db, row))
    g_strv_builder_add (names, cor_column_text (row, 0));
  g_strv_builder_addv (names, (const char **) scene);
  all = g_strv_builder_end (names);
  hidden = cor_own_values_hide (filing->text, (const char *const *) all);
  g_free (filing->text);
  filing->text = cor_mask_secrets (hidden, NULL);
}

static gpointer
file_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  Filing          *filing = data;
  g_autofree char *terms = NULL;
  gint64           gap = 0;

  if (filing->conversation != 0)
    hide_people (db, filing);
  terms = dup_terms (filing->text, filing->locale);
  gap = find_alike (db, filing, terms);
  if (gap != 0)
    cor_db_run (db, "gap-ask-again", "l", gap);
  else
    {
      cor_db_run (db, "gap-put", "lsss", filing->account, filing->text, filing->locale, terms);
      gap = cor_db_get_last_id (db);
    }
  cor_db_run (db, "gap-put-question", "lssl", gap, filing->text, filing->locale, filing->conversation);
  cor_db_touch_topics (db, COR_TOPIC_GAPS);
  return g_memdup2 (&gap, sizeof gap);
}

/**
 * cor_store_file_gap_async:
 * @account: 0: of none
 * @text: the customer's question
 * @locale: (nullable): its language
 * @conversation: local id; 0: in none
 *
 * Files a question without an answer. If an open gap asks nearly the same, that one is counted. Of a question from a conversation
 * the names of the customer, the company, the agent and every customer known here are hidden, and what
 * cor_own_values_hide() and cor_mask_secrets() find; other people's names cannot be told from words.
 */
void
cor_store_file_gap_async (CorStore           *store,
                          gint64              account,
                          const char         *text,
                          const char         *locale,
                          gint64              conversation,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  Filing *filing = g_new0 (Filing, 1);

  filing->account = account;
  filing->conversation = conversation;
  filing->text = g_strstrip (g_strdup (text));
  filing->locale = g_strdup (locale);
  cor_store_run_async (store, COR_STORE_AGENT, file_job, filing, filing_free, g_free, cancellable, callback, user_data);
}

/**
 * cor_store_file_gap_finish:
 *
 * Returns: the gap, new or not; 0 after an error
 */
gint64
cor_store_file_gap_finish (CorStore     *store,
                           GAsyncResult *result,
                           GError      **error)
{
  g_autofree gint64 *id = cor_store_run_finish (store, result, error);

  return id != NULL ? *id : 0;
}

static CorGapData *
load_row (sqlite3_stmt *row)
{
  CorGapData *gap = g_new0 (CorGapData, 1);

  gap->id = cor_column_int (row, 0);
  gap->account = cor_column_int (row, 1);
  gap->text = cor_column_dup (row, 2);
  gap->locale = cor_column_dup (row, 3);
  gap->is_open = g_strcmp0 (cor_column_text (row, 4), "open") == 0;
  gap->n_asked = (guint) cor_column_int (row, 5);
  gap->asked_first_at = cor_column_int (row, 6);
  gap->asked_last_at = cor_column_int (row, 7);
  gap->closed_at = cor_column_int (row, 8);
  gap->slug = cor_column_dup (row, 9);
  return gap;
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  GPtrArray    *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_gap_data_free);
  sqlite3_stmt *row = cor_db_query (db, "gap-list", "i", GPOINTER_TO_INT (data));

  while (cor_db_next (db, row))
    g_ptr_array_add (gaps, load_row (row));
  return gaps;
}

void
cor_store_list_gaps_async (CorStore           *store,
                           gboolean            with_closed,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, GINT_TO_POINTER (with_closed), NULL, (GDestroyNotify) g_ptr_array_unref, cancellable,
                       callback, user_data);
}

/**
 * cor_store_list_gaps_finish:
 *
 * Returns: (transfer full) (element-type CorGapData): open ones first, what is asked most often on top
 */
GPtrArray *
cor_store_list_gaps_finish (CorStore     *store,
                            GAsyncResult *result,
                            GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
questions_job (CorDb   *db,
               gpointer data,
               GError **error)
{
  GPtrArray    *questions = g_ptr_array_new_with_free_func (question_free);
  sqlite3_stmt *row = cor_db_query (db, "gap-list-questions", "l", *(gint64 *) data);

  while (cor_db_next (db, row))
    {
      CorGapQuestion *question = g_new0 (CorGapQuestion, 1);

      question->text = cor_column_dup (row, 0);
      question->locale = cor_column_dup (row, 1);
      question->conversation = cor_column_int (row, 2);
      question->asked_at = cor_column_int (row, 3);
      g_ptr_array_add (questions, question);
    }
  return questions;
}

void
cor_store_list_gap_questions_async (CorStore           *store,
                                    gint64              gap,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, questions_job, g_memdup2 (&gap, sizeof gap), g_free, (GDestroyNotify) g_ptr_array_unref,
                       cancellable, callback, user_data);
}

/**
 * cor_store_list_gap_questions_finish:
 *
 * Returns: (transfer full) (element-type CorGapQuestion): the last first
 */
GPtrArray *
cor_store_list_gap_questions_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

typedef struct
{
  gint64   gap;
  gboolean is_open;
} Change;

static gpointer
close_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  Change *change = data;

  cor_db_run (db, "gap-set-state", "li", change->gap, change->is_open);
  if (cor_db_get_n_changed (db) == 0)
    cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such gap here");
  cor_db_touch_topics (db, COR_TOPIC_GAPS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_close_gap_async:
 * @is_open: %TRUE opens it again
 */
void
cor_store_close_gap_async (CorStore           *store,
                           gint64              gap,
                           gboolean            is_open,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  Change *change = g_new0 (Change, 1);

  change->gap = gap;
  change->is_open = is_open;
  cor_store_run_async (store, COR_STORE_AGENT, close_job, change, g_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_close_gap_finish (CorStore     *store,
                            GAsyncResult *result,
                            GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

void
cor_gap_story_free (CorGapStory *self)
{
  g_free (self->question);
  g_free (self->locale);
  g_free (self->reply);
  g_strfreev (self->names);
  g_free (self);
}

/* Several messages may have gone to the customer; a promise to look into it is shorter than what was found. */
static char *
dup_reply (CorDb *db,
           gint64 conversation,
           gint64 asked_at)
{
  g_autofree char *longest = NULL;
  sqlite3_stmt    *row = cor_db_query (db, "gap-replies", "ll", conversation, asked_at);
  char            *body = NULL;

  while (cor_db_next (db, row))
    if (longest == NULL || strlen (cor_column_text (row, 0)) > strlen (longest))
      {
        g_free (longest);
        longest = cor_column_dup (row, 0);
      }
  if (longest == NULL)
    return NULL;
  body = cor_question_join ((const char *const *) &longest, 1);
  if (*body == '\0')
    g_clear_pointer (&body, g_free);
  return body;
}

static gpointer
story_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  g_autoptr (CorGapStory) story = g_new0 (CorGapStory, 1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (gint64)); /* conversation and time, in turn */
  sqlite3_stmt *row = cor_db_query (db, "gap-list-questions", "l", *(gint64 *) data);

  while (cor_db_next (db, row))
    {
      gint64 place[] = { cor_column_int (row, 2), cor_column_int (row, 3) };

      if (story->question == NULL)
        {
          story->question = cor_column_dup (row, 0);
          story->locale = cor_column_dup (row, 1);
        }
      g_array_append_vals (asked, place, 2);
    }
  if (story->question == NULL)
    {
      cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such gap here");
      return NULL;
    }
  for (guint i = 0; i + 1 < asked->len && story->reply == NULL; i += 2)
    {
      gint64 conversation = g_array_index (asked, gint64, i);
      g_auto (GStrv) found = conversation != 0 ? cor_translation_scene_load_names (db, conversation) : NULL;

      if (found == NULL)
        continue;
      g_strv_builder_addv (names, (const char **) found);
      story->reply = dup_reply (db, conversation, g_array_index (asked, gint64, i + 1));
    }
  story->names = g_strv_builder_end (names);
  return g_steal_pointer (&story);
}

/**
 * cor_store_load_gap_story_async:
 * @gap: its id
 *
 * How it was asked the last time, and what went to a customer for it, the last one first who got an answer. Both are
 * one customer's: cor_own_values_mask() makes them fit for others.
 */
void
cor_store_load_gap_story_async (CorStore           *store,
                                gint64              gap,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, story_job, g_memdup2 (&gap, sizeof gap), g_free, (GDestroyNotify) cor_gap_story_free, cancellable, callback,
                       user_data);
}

/**
 * cor_store_load_gap_story_finish:
 * @error: %COR_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the story
 */
CorGapStory *
cor_store_load_gap_story_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

typedef struct
{
  gint64 gap, article;
} Answer;

static gpointer
answer_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  const Answer *answer = data;

  cor_db_run (db, "gap-answer", "ll", answer->gap, answer->article);
  if (cor_db_get_n_changed (db) == 0)
    cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such gap or article here");
  cor_db_touch_topics (db, COR_TOPIC_GAPS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_answer_gap_async:
 * @gap: its id
 * @article: local id of the one that answers it
 *
 * Closes it, and keeps which article it was.
 */
void
cor_store_answer_gap_async (CorStore           *store,
                            gint64              gap,
                            gint64              article,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  const Answer answer = { gap, article };

  cor_store_run_async (store, COR_STORE_AGENT, answer_job, g_memdup2 (&answer, sizeof answer), g_free, NULL, cancellable, callback, user_data);
}

/**
 * cor_store_answer_gap_finish:
 * @error: %COR_STORE_ERROR_NOT_FOUND
 *
 * Returns: whether it is closed
 */
gboolean
cor_store_answer_gap_finish (CorStore     *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
