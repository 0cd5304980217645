/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-suggest"

#include "config.h"

#include "cor-suggest.h"

#include "cor-db.h"
#include "cor-language.h"
#include "cor-question.h"
#include "cor-script.h"
#include "cor-search-catch-up.h"
#include "cor-search-rank.h"
#include "cor-search-votes.h"

#include <string.h>

/* Of either side so many are looked at. */
#define N_RANKED 30
#define N_GUESSED 10

/* What the search counts beside a learned guess about a message whose words were all learned; the less of them, the
 * more. An answer that was never used may come first where the guess is not sure, not where it is. */
#define SEARCH_SHARE 0.3

/* Of the question's words an article must have so many, each by its rarity, to be more than noise. */
#define LEAST_WORDS 0.12

/* A template is written as an answer, and has what every answer has. Where a question is asked in its language and the
 * articles are in another one, its pleasantries would come before what it is about. */
#define TEMPLATE_SHARE 0.65

/* What the conversation was about, beside what is asked now. */
#define EARLIER_SHARE 0.5

/* Where the best guess is less sure than that nothing is suggested; where it is, the next ones may be right too. */
#define LEAST_GUESS 0.05

/* What stands beside the best: only answers that are nearly as good have a say in which template goes with them, and
 * what is found by its own words has at least so much of the best one's score. */
#define NEARLY 0.6
#define LEAST_BESIDE 0.25

/* What says nothing of why and until when: the only texts that are suggested under a compliance hold; one of them is
 * the text that is fixed for it. Tags of articles and templates (data/knowledge/README.md). */
#define TAG_NEUTRAL "neutral wording"
#define TAG_FIXED "fixed text"

/* One answer in all its languages. */
typedef struct
{
  char  *target; /* slug, or what the example named */
  gint64 ranked; /* the text of it that the search found; 0: none */
  double search; /* from 0 to 1 */
  double guess;  /* from 0 to 1 */
  double score;
  char **words;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->target);
  g_strfreev (answer->words);
  g_free (answer);
}

static void
suggestion_free (gpointer data)
{
  CorSuggestion *suggestion = data;

  g_free (suggestion->kind);
  g_free (suggestion->remote_id);
  g_free (suggestion->slug);
  g_free (suggestion->source);
  g_free (suggestion->title);
  g_free (suggestion->locale);
  g_free (suggestion->audience);
  g_strfreev (suggestion->words);
  g_free (suggestion);
}

static Answer *
reach_answer (GPtrArray  *answers,
              const char *target)
{
  Answer *answer = NULL;

  for (guint i = 0; i < answers->len; i++)
    if (g_str_equal (((Answer *) answers->pdata[i])->target, target))
      return answers->pdata[i];
  answer = g_new0 (Answer, 1);
  answer->target = g_strdup (target);
  g_ptr_array_add (answers, answer);
  return answer;
}

/* A payment's number was searched as the word for a payment, which nobody said. */
static char **
keep_said (char      **words,
           const char *said)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (said, words[i]) != NULL)
      g_strv_builder_add (kept, words[i]);
  return g_strv_builder_end (kept);
}

/* What the search finds; an article that has few of the question's words is found only because there is no better. */
static void
add_ranked (CorDb               *db,
            const CorSuggestAsk *ask,
            const char          *said,
            const char          *plain,
            GPtrArray           *answers,
            const char         **language)
{
  g_autoptr (CorSearchQuery) query = NULL;
  g_autoptr (CorSuggestWords) words = NULL;
  g_autoptr (GArray) ranked = NULL;

  cor_search_index_lock (ask->index);
  cor_search_catch_up (db, ask->index, cor_search_index_is_warming (ask->index) ? 0 : G_MAXINT);
  query = cor_search_query_new (ask->index, plain, ask->locales[0], FALSE);
  ranked = cor_search_rank (ask->index, query, &cor_search_weights, N_RANKED);
  words = cor_suggest_words_new (ask->index, plain);
  *language = query->language;
  for (guint i = 0; i < ranked->len; i++)
    {
      const CorSearchRanked *one = &g_array_index (ranked, CorSearchRanked, i);
      g_autofree char       *slug = cor_db_dup_text (db, "suggest-slug", "l", one->article);
      const CorSearchDoc    *doc = cor_search_index_find_doc (ask->index, one->article);
      g_auto (GStrv) found = NULL;
      double  share = cor_suggest_words_get_share (words, ask->index, one->article, &found);
      double  best = g_array_index (ranked, CorSearchRanked, 0).score;
      Answer *answer = slug != NULL ? reach_answer (answers, slug) : NULL;

      if (answer == NULL || answer->ranked != 0)
        continue;
      /* what only the glossary leads to has none of the words */
      share = one->is_by_meaning ? MAX (share, LEAST_WORDS) : share;
      answer->ranked = one->article;
      answer->search = share >= LEAST_WORDS ? one->score / MAX (best, G_MINDOUBLE) * (0.5 + share / 2) : 0;
      if (doc != NULL && cor_search_doc_is_template (doc))
        answer->search *= TEMPLATE_SHARE;
      answer->words = keep_said (found, said);
    }
  cor_search_index_unlock (ask->index);
}

static void
add_guessed (CorClassifier *classifier,
             const char    *question,
             GPtrArray     *answers)
{
  CorGuess guesses[N_GUESSED];
  guint    n = cor_classifier_guess (classifier, question, guesses, N_GUESSED);

  for (guint i = 0; i < n; i++)
    reach_answer (answers, guesses[i].label)->guess = guesses[i].share;
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  double one = (*(Answer *const *) a)->score;
  double two = (*(Answer *const *) b)->score;

  return one > two ? -1 : one < two;
}

static void
score (GPtrArray *answers,
       CorDb     *db,
       double     familiarity)
{
  double share = 1 - familiarity * (1 - SEARCH_SHARE);
  double best = 0;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < answers->len; i++)
    best = MAX (best, ((Answer *) answers->pdata[i])->guess);
  for (guint i = 0; i < answers->len; i++)
    {
      Answer *answer = answers->pdata[i];
      gint64  any = answer->ranked != 0 ? answer->ranked : cor_db_get_int (db, "suggest-target", "s", answer->target);

      answer->score = (familiarity * answer->guess + share * answer->search) / (familiarity + share);
      answer->score *= any != 0 ? cor_search_votes_get (db, any, now) : 1;
      if (answer->search <= 0 && best < LEAST_GUESS)
        answer->score = 0;
    }
  g_ptr_array_sort (answers, compare_answers);
}

/* How well a text's language fits: the question's own first, then the locales in their order. */
static guint
judge_locale (const char          *locale,
              const char          *language,
              const char          *script,
              const CorSuggestAsk *ask)
{
  guint n = g_strv_length (ask->locales);

  if (locale == NULL)
    return n + 3;
  if (language != NULL && cor_language_matches (locale, language))
    return script == NULL || cor_language_is_traditional (locale) == g_str_equal (script, "zh-Hant") ? 0 : 1;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *wanted = g_strndup (ask->locales[i], strcspn (ask->locales[i], "-_"));

      if (cor_language_matches (locale, wanted))
        return 2 + i;
    }
  return n + 4;
}

static gboolean
has_tag (const char *tags,
         const char *tag)
{
  g_auto (GStrv) lines = g_strsplit (tags != NULL ? tags : "", "\n", -1);

  return g_strv_contains ((const char *const *) lines, tag);
}

static gboolean
is_wanted (const CorSuggestAsk *ask,
           const char          *kind,
           const char          *tags)
{
  if (ask->is_held && !has_tag (tags, TAG_NEUTRAL))
    return FALSE;
  if (ask->kinds == NULL)
    return !g_str_equal (kind, "bulletin");
  return g_strv_contains ((const char *const *) ask->kinds, kind);
}

/* The text of the answer in the language that fits best; NULL where the answer is of another kind than is wanted. */
static CorSuggestion *
choose_text (CorDb               *db,
             const CorSuggestAsk *ask,
             const Answer        *answer,
             const char          *language,
             const char          *script)
{
  gint64         any = answer->ranked != 0 ? answer->ranked : cor_db_get_int (db, "suggest-target", "s", answer->target);
  sqlite3_stmt  *row = cor_db_query (db, "suggest-group", "l", any);
  CorSuggestion *chosen = NULL;
  guint          best = G_MAXUINT;

  while (cor_db_next (db, row))
    {
      const char *locale = cor_column_text (row, 5);
      guint       judged = judge_locale (locale, language, script, ask);

      if (judged >= best || !is_wanted (ask, cor_column_text (row, 1), cor_column_text (row, 8)))
        continue;
      best = judged;
      g_clear_pointer (&chosen, suggestion_free);
      chosen = g_new0 (CorSuggestion, 1);
      chosen->id = cor_column_int (row, 0);
      chosen->kind = cor_column_dup (row, 1);
      chosen->remote_id = cor_column_dup (row, 2);
      chosen->slug = cor_column_dup (row, 3);
      chosen->title = cor_column_dup (row, 4);
      chosen->locale = g_strdup (locale);
      chosen->audience = cor_column_dup (row, 6);
      chosen->source = cor_column_dup (row, 7);
      chosen->is_other_language = language != NULL && locale != NULL && !cor_language_matches (locale, language);
    }
  if (chosen == NULL && any == 0 && is_wanted (ask, "article", NULL))
    {
      chosen = g_new0 (CorSuggestion, 1);
      chosen->kind = g_strdup ("article");
      chosen->remote_id = g_strdup (answer->target);
      chosen->slug = g_strdup (answer->target);
    }
  return chosen;
}

/* The text that is fixed for a hold goes before all that was found, also where it was not. */
static void
add_fixed (CorDb               *db,
           const CorSuggestAsk *ask,
           GPtrArray           *answers)
{
  sqlite3_stmt *row = cor_db_query (db, "suggest-tagged", "s", TAG_FIXED);

  while (cor_db_next (db, row))
    {
      Answer *answer = reach_answer (answers, cor_column_text (row, 1));

      answer->ranked = answer->ranked != 0 ? answer->ranked : cor_column_int (row, 0);
      answer->score = 2; /* more than any other has */
    }
  g_ptr_array_sort (answers, compare_answers);
}

static gboolean
has_kind (const CorSuggestResult *result,
          const char             *kind)
{
  for (guint i = 0; i < result->suggestions->len; i++)
    if (g_str_equal (((const CorSuggestion *) result->suggestions->pdata[i])->kind, kind))
      return TRUE;
  return FALSE;
}

/* Articles name the templates that go with them, the best first: whoever wrote both knows better than their words tell. */
static Answer *
vote_for_template (CorDb                  *db,
                   const CorSuggestResult *result,
                   GPtrArray              *votes)
{
  double best = result->suggestions->len > 0 ? ((const CorSuggestion *) result->suggestions->pdata[0])->score : 0;

  for (guint i = 0; i < result->suggestions->len; i++)
    {
      const CorSuggestion *one = result->suggestions->pdata[i];
      g_autofree char     *text = one->id != 0 ? cor_db_dup_text (db, "suggest-templates", "l", one->id) : NULL;
      g_auto (GStrv) slugs = g_strsplit (text != NULL ? text : "", "\n", -1);

      for (guint j = 0; one->score >= best * NEARLY && slugs[j] != NULL; j++)
        if (slugs[j][0] != '\0')
          reach_answer (votes, slugs[j])->score += one->score / (i + 1) / (j + 1);
    }
  g_ptr_array_sort (votes, compare_answers);
  return votes->len > 0 ? votes->pdata[0] : NULL;
}

/* What to say goes with what to know: the template of the best answers, and a procedure where one fits. */
static void
add_beside (CorDb               *db,
            const CorSuggestAsk *ask,
            GPtrArray           *answers,
            const char          *language,
            const char          *script,
            CorSuggestResult    *result)
{
  static const char *const kinds[] = { "template", "sop" };
  g_autoptr (GPtrArray) votes = g_ptr_array_new_with_free_func (answer_free);
  Answer *voted = vote_for_template (db, result, votes);
  double  least = answers->len > 0 ? ((const Answer *) answers->pdata[0])->score * LEAST_BESIDE : 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      char          *only[] = { (char *) kinds[i], NULL };
      CorSuggestAsk  other = *ask;
      CorSuggestion *chosen = NULL;

      if (has_kind (result, kinds[i]))
        continue;
      other.kinds = only;
      if (i == 0 && voted != NULL)
        chosen = choose_text (db, &other, voted, language, script);
      for (guint j = 0; chosen == NULL && j < answers->len && ((const Answer *) answers->pdata[j])->score > least; j++)
        {
          Answer *answer = answers->pdata[j];

          chosen = choose_text (db, &other, answer, language, script);
          if (chosen != NULL)
            chosen->words = g_steal_pointer (&answer->words);
        }
      if (chosen == NULL)
        continue;
      if (chosen->words == NULL)
        chosen->words = g_new0 (char *, 1);
      g_ptr_array_add (result->suggestions, chosen);
    }
}

/* What fits the question, the best first. @plain: cor_question_plain() of @said */
static GPtrArray *
find_answers (CorDb               *db,
              const CorSuggestAsk *ask,
              CorClassifier       *classifier,
              const char          *said,
              const char          *plain,
              const char         **language)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (answer_free);
  double     familiarity = classifier != NULL ? cor_classifier_get_familiarity (classifier, plain) : 0;

  add_ranked (db, ask, said, plain, answers, language);
  if (familiarity > 0)
    add_guessed (classifier, plain, answers);
  score (answers, db, familiarity);
  return answers;
}

/* “And how long does that take?”: what it is about was said before. */
static void
add_earlier (CorDb               *db,
             const CorSuggestAsk *ask,
             CorClassifier       *classifier,
             const char          *earlier,
             GPtrArray           *answers)
{
  g_autofree char *plain = cor_question_plain (earlier);
  const char      *language = NULL;
  g_autoptr (GPtrArray) before = find_answers (db, ask, classifier, earlier, plain, &language);

  for (guint i = 0; i < before->len; i++)
    {
      Answer *one = before->pdata[i];
      Answer *answer = reach_answer (answers, one->target);

      answer->score += EARLIER_SHARE * one->score;
      answer->ranked = answer->ranked != 0 ? answer->ranked : one->ranked;
      if (answer->words == NULL)
        answer->words = g_steal_pointer (&one->words);
    }
  g_ptr_array_sort (answers, compare_answers);
}

/**
 * cor_suggest:
 * @db: of a reading thread
 * @question: what is asked
 * @earlier: (nullable): what was asked before it
 *
 * Returns: (transfer full): the answer
 */
CorSuggestResult *
cor_suggest (CorDb               *db,
             const CorSuggestAsk *ask,
             const char          *question,
             const char          *earlier)
{
  CorSuggestResult *result = g_new0 (CorSuggestResult, 1);
  g_autoptr (CorClassifier) classifier = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *plain = NULL;
  const char      *language = NULL;
  const char      *script = NULL;

  result->suggestions = g_ptr_array_new_with_free_func (suggestion_free);
  result->question = g_utf8_make_valid (question, -1);
  classifier = cor_learned_reach (ask->learned, db);
  if (cor_question_is_greeting (result->question))
    return result;
  plain = cor_question_plain (result->question);
  answers = find_answers (db, ask, classifier, result->question, plain, &language);
  if (earlier != NULL)
    add_earlier (db, ask, classifier, earlier, answers);
  if (ask->is_held)
    add_fixed (db, ask, answers);

  script = cor_text_language_tag (result->question);
  script = script != NULL && g_str_has_prefix (script, "zh-") ? script : NULL;
  for (guint i = 0; i < answers->len && result->suggestions->len < ask->limit; i++)
    {
      Answer        *answer = answers->pdata[i];
      CorSuggestion *chosen = answer->score > 0 ? choose_text (db, ask, answer, language, script) : NULL;

      if (chosen == NULL)
        continue;
      chosen->score = MIN (answer->score, 1);
      chosen->words = answer->words != NULL ? g_steal_pointer (&answer->words) : g_new0 (char *, 1);
      chosen->n_similar = classifier != NULL ? cor_classifier_count_similar (classifier, plain, answer->target) : 0;
      g_ptr_array_add (result->suggestions, chosen);
    }
  if (ask->with_beside)
    add_beside (db, ask, answers, language, script, result);
  return result;
}
