/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-spelling"

#include "config.h"

#include "cor-spelling.h"

#include "cor-language.h"
#include "cor-speller.h"
#include "cor-store-spelling.h"
#include "cor-store-translator.h"

#include <string.h>

#define MAX_SUGGESTIONS 5

/*
 * CorSpelling: the spelling of what is written. Dictionaries are opened and asked on a thread of its own, one question
 * after the other; the words that the agent added or ignores are known here. Main thread only.
 *
 * "changed": a word that was wrong is right now.
 */
struct _CorSpelling
{
  GObject parent_instance;

  CorStore     *store;   /* owned */
  GCancellable *loading; /* owned */
  GThreadPool  *pool;    /* owned: one thread */
  struct Shelf *shelf;   /* owned: a reference */
  GHashTable   *words;   /* owned: set of those that are right whatever a dictionary says */
};

G_DEFINE_FINAL_TYPE (CorSpelling, cor_spelling, G_TYPE_OBJECT)

static guint changed_signal;

/* What only the thread of the pool touches; counted, freed with the last question. */
typedef struct Shelf
{
  CorSpeller *speller;        /* owned, or NULL before the first question */
  GHashTable *terms;          /* owned, or NULL: the glossary's words of terms_language, in small letters */
  char       *terms_language; /* or NULL */
} Shelf;

typedef struct
{
  Shelf *shelf; /* owned: a reference */
  char  *text;
  char  *whole; /* NULL: this asks for suggestions */
  char  *locale;
  char **names;
} Question;

void
cor_spell_result_free (CorSpellResult *self)
{
  g_free (self->language);
  g_free (self->dictionary);
  g_array_unref (self->misspelled);
  g_free (self);
}

static void
shelf_clear (gpointer data)
{
  Shelf *shelf = data;

  g_clear_pointer (&shelf->speller, cor_speller_free);
  g_clear_pointer (&shelf->terms, g_hash_table_unref);
  g_free (shelf->terms_language);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_atomic_rc_box_release_full (question->shelf, shelf_clear);
  g_free (question->text);
  g_free (question->whole);
  g_free (question->locale);
  g_strfreev (question->names);
  g_free (question);
}

static char *
dup_primary (const char *locale)
{
  return g_strndup (locale, strcspn (locale, "-_"));
}

/* The reader's locale carries the region; the text may say that it is in another language. */
static char *
dup_language (const Question *question)
{
  const char      *detected = cor_language_detect (question->whole, -1, question->locale);
  g_autofree char *primary = question->locale != NULL ? dup_primary (question->locale) : NULL;

  return g_strdup (detected == NULL || g_strcmp0 (detected, primary) == 0 ? question->locale : detected);
}

static void
add_terms (GHashTable *terms,
           const char *phrase)
{
  g_autoptr (GArray) words = cor_spell_words_find (phrase, NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const CorSpellWord *word = &g_array_index (words, CorSpellWord, i);

      g_hash_table_add (terms, g_utf8_strdown (phrase + word->start, (gssize) (word->end - word->start)));
    }
}

/* The words of the trade are right in their language, and dictionaries lack them. */
static void
open_terms (Shelf      *shelf,
            const char *language)
{
  const CorGlossary *glossary = cor_store_get_glossary ();

  if (g_strcmp0 (shelf->terms_language, language) == 0)
    return;
  g_clear_pointer (&shelf->terms, g_hash_table_unref);
  g_free (shelf->terms_language);
  shelf->terms_language = g_strdup (language);
  shelf->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; glossary != NULL && i < cor_glossary_get_n_concepts (glossary); i++)
    {
      const char *const *words = cor_glossary_get_words (glossary, i, language);

      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        add_terms (shelf->terms, words[j]);
    }
}

static gboolean
is_right (Shelf      *shelf,
          const char *word,
          gssize      len)
{
  g_autofree char *folded = NULL;

  if (cor_speller_knows (shelf->speller, word, len))
    return TRUE;
  folded = g_utf8_strdown (word, len);
  return g_hash_table_contains (shelf->terms, folded);
}

static CorSpellResult *
check (const Question *question)
{
  Shelf          *shelf = question->shelf;
  CorSpellResult *result = g_new0 (CorSpellResult, 1);
  g_autoptr (GArray) words = NULL;

  result->misspelled = g_array_new (FALSE, FALSE, sizeof (CorSpellWord));
  result->language = dup_language (question);
  result->dictionary = result->language != NULL ? g_strdup (cor_speller_open (shelf->speller, result->language)) : NULL;
  if (result->dictionary == NULL)
    return result;
  open_terms (shelf, result->language);
  words = cor_spell_words_find (question->text, (const char *const *) question->names);
  for (guint i = 0; i < words->len; i++)
    {
      CorSpellWord word = g_array_index (words, CorSpellWord, i);

      if (!is_right (shelf, question->text + word.start, (gssize) (word.end - word.start)))
        g_array_append_val (result->misspelled, word);
    }
  return result;
}

static void
on_asked (gpointer data,
          gpointer unused)
{
  g_autoptr (GTask) task = data;
  const Question *question = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (question->shelf->speller == NULL)
    question->shelf->speller = cor_speller_new ();
  if (question->whole != NULL)
    g_task_return_pointer (task, check (question), (GDestroyNotify) cor_spell_result_free);
  else
    {
      cor_speller_open (question->shelf->speller, question->locale);
      g_task_return_pointer (task, cor_speller_suggest (question->shelf->speller, question->text, MAX_SUGGESTIONS), (GDestroyNotify) g_strfreev);
    }
}

static void
on_words_loaded (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CorSpelling) self = user_data;
  g_autoptr (GError) error = NULL;
  char **words = cor_store_load_own_words_finish (COR_STORE (source), result, &error);

  if (words == NULL)
    {
      g_debug ("own words: %s", error->message);
      return;
    }
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (self->words, words[i]);
  g_free (words);
  g_signal_emit (self, changed_signal, 0);
}

static void
cor_spelling_dispose (GObject *object)
{
  CorSpelling *self = COR_SPELLING (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  /* what was asked is still answered, and nobody waits for it here */
  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, FALSE);
  if (self->shelf != NULL)
    g_atomic_rc_box_release_full (g_steal_pointer (&self->shelf), shelf_clear);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_spelling_parent_class)->dispose (object);
}

static void
cor_spelling_finalize (GObject *object)
{
  g_hash_table_unref (COR_SPELLING (object)->words);

  G_OBJECT_CLASS (cor_spelling_parent_class)->finalize (object);
}

static void
cor_spelling_class_init (CorSpellingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_spelling_dispose;
  object_class->finalize = cor_spelling_finalize;

  changed_signal = g_signal_new ("changed", COR_TYPE_SPELLING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_spelling_init (CorSpelling *self)
{
  self->loading = g_cancellable_new ();
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shelf = g_atomic_rc_box_new0 (Shelf);
  self->pool = g_thread_pool_new (on_asked, NULL, 1, FALSE, NULL);
}

/**
 * cor_spelling_new:
 * @store: where the agent's own words are
 *
 * Returns: (transfer full): the spelling; no dictionary is opened before one is needed
 */
CorSpelling *
cor_spelling_new (CorStore *store)
{
  CorSpelling *self = g_object_new (COR_TYPE_SPELLING, NULL);

  self->store = g_object_ref (store);
  cor_store_load_own_words_async (store, self->loading, on_words_loaded, g_object_ref (self));
  return self;
}

static void
ask (CorSpelling        *self,
     const char         *text,
     const char         *whole,
     const char         *locale,
     const char *const  *names,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  GTask    *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->shelf = g_atomic_rc_box_acquire (self->shelf);
  question->text = g_strdup (text);
  question->whole = g_strdup (whole);
  question->locale = g_strdup (locale);
  question->names = g_strdupv ((char **) names);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, question_free);
  g_thread_pool_push (self->pool, task, NULL);
}

/**
 * cor_spelling_check_async:
 * @text: whole lines of what is written
 * @whole: what is written, or its beginning: it tells the language
 * @locale: (nullable): BCP 47: that of the reader, where the text does not say that it is in another one
 * @names: (nullable) (array zero-terminated=1): that may be in it
 */
void
cor_spelling_check_async (CorSpelling        *self,
                          const char         *text,
                          const char         *whole,
                          const char         *locale,
                          const char *const  *names,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (COR_IS_SPELLING (self) && whole != NULL);

  ask (self, text, whole, locale, names, cancellable, callback, user_data);
}

static void
drop_right_words (CorSpelling    *self,
                  const char     *text,
                  CorSpellResult *found)
{
  guint n_kept = 0;

  for (guint i = 0; i < found->misspelled->len; i++)
    {
      CorSpellWord     word = g_array_index (found->misspelled, CorSpellWord, i);
      g_autofree char *letters = g_strndup (text + word.start, word.end - word.start);

      if (!g_hash_table_contains (self->words, letters))
        g_array_index (found->misspelled, CorSpellWord, n_kept++) = word;
    }
  g_array_set_size (found->misspelled, n_kept);
}

/**
 * cor_spelling_check_finish:
 *
 * Returns: (transfer full) (nullable): what was found; %NULL only when it was cancelled
 */
CorSpellResult *
cor_spelling_check_finish (CorSpelling  *self,
                           GAsyncResult *result,
                           GError      **error)
{
  CorSpellResult *found = g_task_propagate_pointer (G_TASK (result), error);

  if (found != NULL)
    drop_right_words (self, ((const Question *) g_task_get_task_data (G_TASK (result)))->text, found);
  return found;
}

/**
 * cor_spelling_suggest_async:
 * @word: one that is not in the dictionary
 * @language: BCP 47
 */
void
cor_spelling_suggest_async (CorSpelling        *self,
                            const char         *word,
                            const char         *language,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (COR_IS_SPELLING (self) && language != NULL);

  ask (self, word, NULL, language, NULL, cancellable, callback, user_data);
}

/**
 * cor_spelling_suggest_finish:
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): what it may be meant for, the likeliest first
 */
char **
cor_spelling_suggest_finish (CorSpelling  *self,
                             GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_word_added (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_add_own_word_finish (COR_STORE (source), result, &error))
    g_warning ("An own word was not kept: %s", error->message);
}

/**
 * cor_spelling_add:
 *
 * Has @word right from now on in this profile.
 */
void
cor_spelling_add (CorSpelling *self,
                  const char  *word)
{
  g_return_if_fail (COR_IS_SPELLING (self));

  cor_store_add_own_word_async (self->store, word, NULL, on_word_added, NULL);
  cor_spelling_ignore (self, word);
}

/**
 * cor_spelling_ignore:
 *
 * Has @word right until the window is closed.
 */
void
cor_spelling_ignore (CorSpelling *self,
                     const char  *word)
{
  g_return_if_fail (COR_IS_SPELLING (self));

  g_hash_table_add (self->words, g_strdup (word));
  g_signal_emit (self, changed_signal, 0);
}
