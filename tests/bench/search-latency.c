/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/*
 * search-latency [ARTICLES [MESSAGES [PROFILE]]]: how long a search takes while somebody types, among so many articles
 * (100,000) and messages (1,000,000), half of them English and half Chinese. They are made of words as common as words
 * are (Zipf), of the glossary's wordings and of whole questions; nothing is read from outside. A PROFILE is kept, and
 * taken as it is where it is filled already: to make a million messages takes some minutes, to search them seconds.
 *
 * Times are told by the clock and, for a busy machine, of the processor, for each kind of question by itself: 95 of 100
 * are to be answered within 10 ms. The first round after a start reads from the disk what the second finds in memory.
 */

#include "config.h"

#include "cor-store-accounts.h"
#include "cor-store-articles.h"
#include "cor-store-find.h"
#include "cor-store-pull.h"
#include "cor-store-search.h"
#include "cor-store-threads.h"
#include "cor-test-await.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <time.h>

#define BATCH 500
#define N_WORDS 20000
#define N_SIGNS 3000
#define LIMIT 10

/* Pages as the desk's service gives them; a thousand conversations. */
#define PAGE 200
#define N_CONVERSATIONS 1000

/* As many rows as the conversation list loads at once while it is searched (cor-thread-rows.c). */
#define LIST_PAGE 32

static const char *const questions[] = {
  "where is my money",
  "why was I charged a fee for the transfer",
  "the card payment was declined",
  "how long does a transfer take",
  "top up with a card",
  "refund not received",
  "the",
  "my money",
  "verify my identity documents",
  "exchange rate wrong",
  "cancel a transfer to a wrong account",
  "我的钱在哪里",
  "为什么扣了手续费",
  "汇款什么时候到账",
  "的",
  "退款多久",
  "银行卡被拒绝",
  "身份验证需要什么证件",
  "怎么取消转账",
  "汇率",
  "我要提高限额",
};

/* One letter wrong, as fingers do it. */
static const char *const typos[] = { "trasnfer", "chargd", "refumd", "verifu", "idenity", "exchnage", "declinde", "where is my monye" };

/* How many of the commonest and of the rarest words are asked for. */
#define N_COMMON 6
#define N_RARE 12

/* What is aimed at, 95 of 100 times. */
#define AIM_MS 10.0

/* A profile that was opened only is no larger. */
#define EMPTY_BYTES 2000000

/* What is told of a kind. */
#define N_SLOWEST 3

/* Few words are said often, most seldom. */
static guint
pick (GRand *rand,
      guint  n)
{
  return (guint) (pow (n, g_rand_double (rand))) - 1;
}

static void
add_word (GString *text,
          guint    word)
{
  static const char *const syllables[] = { "ba", "co", "di", "fe", "gu", "la", "mo", "ne", "po", "ra", "si", "te", "vu", "za", "tra", "ster" };

  do
    {
      g_string_append (text, syllables[word % G_N_ELEMENTS (syllables)]);
      word /= G_N_ELEMENTS (syllables);
    }
  while (word > 0);
}

/* A Chinese word has two signs, each of which is in others too. */
static void
add_han (GString *text,
         guint    word)
{
  g_string_append_unichar (text, 0x4e00 + word * 31 % N_SIGNS * 7);
  g_string_append_unichar (text, 0x4e00 + word * 17 % (N_SIGNS / 3) * 7);
}

static void
add_sentence (GString *text,
              GRand   *rand,
              gboolean is_chinese,
              guint    n)
{
  for (guint i = 0; i < n; i++)
    if (is_chinese)
      add_han (text, pick (rand, N_WORDS));
    else
      {
        g_string_append_c (text, ' ');
        add_word (text, pick (rand, N_WORDS));
      }
}

static CorArticleData *
make_article (GRand *rand,
              guint  number)
{
  CorArticleData *article = cor_article_data_new ();
  gboolean        is_chinese = number % 2 != 0;
  GString        *title = g_string_new (NULL);
  GString        *body = g_string_new (NULL);
  guint           question;

  /* everybody asks the same */
  do
    question = pick (rand, G_N_ELEMENTS (questions) + 1);
  while (question >= G_N_ELEMENTS (questions) || (questions[question][0] < 0) != is_chinese);
  g_string_append (title, questions[question]);
  add_sentence (title, rand, is_chinese, 2);
  g_string_append (body, questions[question]);
  add_sentence (body, rand, is_chinese, is_chinese ? 18 : 16);

  article->source = g_strdup ("import");
  article->remote_id = g_strdup_printf ("a%u", number);
  article->locale = g_strdup (is_chinese ? "zh-CN" : "en");
  article->title = g_string_free (title, FALSE);
  article->body = g_string_free (body, FALSE);
  return article;
}

static void
fill (CorStore *store,
      guint     n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gsize bytes = 0;

  for (guint i = 0; i < n; i += BATCH)
    {
      g_auto (CorTestAwait) await = { 0 };
      g_autoptr (GError) error = NULL;
      GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);

      for (guint j = i; j < MIN (i + BATCH, n); j++)
        {
          CorArticleData *article = make_article (rand, j);

          bytes += strlen (article->title) + strlen (article->body);
          g_ptr_array_add (batch, article);
        }
      cor_store_put_articles_async (store, batch, NULL, cor_test_on_result, &await);
      cor_store_put_articles_finish (store, cor_test_await (&await), &error);
      g_assert_no_error (error);
    }
  g_print ("%u articles of %.0f bytes in the mean\n", n, (double) bytes / n);
}

typedef void (*Search) (CorStore *store, const char *text);

static void
search_articles (CorStore   *store,
                 const char *text)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSearchResult) result = NULL;

  cor_store_search_articles_async (store, text, "en", LIMIT, TRUE, NULL, cor_test_on_result, &await);
  result = cor_store_search_articles_finish (store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

static void
ask_messages (CorStore            *store,
              const CorMessageAsk *ask)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorMessageResult) result = NULL;

  cor_store_find_messages_async (store, ask, NULL, cor_test_on_result, &await);
  result = cor_store_find_messages_finish (store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

static void
search_messages (CorStore   *store,
                 const char *text)
{
  CorMessageAsk ask = { .query = text, .limit = LIMIT, .is_typing = TRUE };

  ask_messages (store, &ask);
}

/* What lists behind a search by text: each conversation once. */
static void
search_conversations (CorStore   *store,
                      const char *text)
{
  CorMessageAsk ask = { .query = text, .limit = 50, .is_typing = TRUE, .by_conversation = TRUE };

  ask_messages (store, &ask);
}

/* What the conversation list does for each letter: the places of all that is found, and the rows that are looked at. */
static void
search_list (CorStore   *store,
             const char *text)
{
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_ALL);
  g_auto (CorTestAwait) await = { 0 };
  g_auto (CorTestAwait) rows_await = { 0 };
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  view->search = g_strdup (text);
  cor_store_list_places_async (store, view, NULL, cor_test_on_result, &await);
  places = cor_store_list_places_finish (store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < MIN (places->len, LIST_PAGE); i++)
    g_array_append_val (ids, g_array_index (places, CorThreadPlace, i).id);
  cor_store_load_found_threads_async (store, ids, text, NULL, cor_test_on_result, &rows_await);
  rows = cor_store_load_threads_finish (store, cor_test_await (&rows_await), &error);
  g_assert_no_error (error);
}

typedef struct
{
  char  *text;
  double ms, processor_ms;
} Taken;

static void
clear_taken (gpointer data)
{
  g_free (((Taken *) data)->text);
}

static int
compare_ms (gconstpointer a,
            gconstpointer b)
{
  double one = ((const Taken *) a)->ms;
  double two = ((const Taken *) b)->ms;

  return one < two ? -1 : one > two;
}

static int
compare_processor_ms (gconstpointer a,
                      gconstpointer b)
{
  double one = ((const Taken *) a)->processor_ms;
  double two = ((const Taken *) b)->processor_ms;

  return one < two ? -1 : one > two;
}

static double
get_processor_ms (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* Letter by letter, as the pane asks. */
static void
type (CorStore   *store,
      Search      search,
      const char *query,
      gboolean    is_whole,
      GArray     *times)
{
  for (const char *p = is_whole ? query + strlen (query) : g_utf8_next_char (query);; p = g_utf8_next_char (p))
    {
      Taken  taken = { .text = g_strndup (query, (gsize) (p - query)) };
      gint64 began = g_get_monotonic_time ();
      double processor = get_processor_ms ();

      search (store, taken.text);
      taken.ms = (double) (g_get_monotonic_time () - began) / 1000;
      taken.processor_ms = get_processor_ms () - processor;
      g_array_append_val (times, taken);
      if (*p == '\0')
        break;
    }
}

/* The kinds of what is asked. */
static char *
make_question (guint i)
{
  return g_strdup (questions[i]);
}

static char *
make_typo (guint i)
{
  return g_strdup (typos[i]);
}

static char *
make_common_words (guint i)
{
  GString *text = g_string_new (NULL);

  add_word (text, i);
  g_string_append_c (text, ' ');
  add_word (text, i + 1);
  return g_string_free (text, FALSE);
}

/* A sign, the pair that it begins, and both with the next. */
static char *
make_common_signs (guint i)
{
  GString *text = g_string_new (NULL);

  add_han (text, i);
  add_han (text, i + 1);
  return g_string_free (text, FALSE);
}

static char *
make_rare_words (guint i)
{
  GString *text = g_string_new (NULL);

  if (i % 2 != 0)
    add_han (text, N_WORDS - 1 - i);
  else
    add_word (text, N_WORDS - 1 - i);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  char *(*make) (guint i);
  guint    n;
  gboolean is_whole; /* asked at once, not letter by letter */
} Kind;

static const Kind kinds[] = {
  { "questions as they are typed", make_question, G_N_ELEMENTS (questions), FALSE },
  { "whole questions", make_question, G_N_ELEMENTS (questions), TRUE },
  { "the commonest words", make_common_words, N_COMMON, FALSE },
  { "the commonest signs and pairs", make_common_signs, N_COMMON, FALSE },
  { "rare words", make_rare_words, N_RARE, FALSE },
  { "misspelled", make_typo, G_N_ELEMENTS (typos), FALSE },
};

static void
print_times (const char *what,
             GArray     *times)
{
  const Taken *taken = (const Taken *) (gpointer) times->data;
  double       p95;

  g_array_sort (times, compare_ms);
  p95 = taken[times->len * 95 / 100].ms;
  g_print ("  %-30s %4u  clock p50 %5.2f  p95 %5.2f  max %6.2f", what, times->len, taken[times->len / 2].ms, p95, taken[times->len - 1].ms);
  g_array_sort (times, compare_processor_ms);
  g_print ("  processor p50 %5.2f  p95 %5.2f  max %6.2f%s;", taken[times->len / 2].processor_ms, taken[times->len * 95 / 100].processor_ms,
           taken[times->len - 1].processor_ms, p95 > AIM_MS ? "  OVER" : "");
  for (guint i = 1; i <= N_SLOWEST && i <= times->len; i++)
    g_print (" %.1f “%s”", taken[times->len - i].processor_ms, taken[times->len - i].text);
  g_print ("\n");
}

static void
print_load (const char *when)
{
  double load[3] = { 0 };

  g_assert_cmpint (getloadavg (load, 3), >, 0);
  g_print ("%s: %u processors, load %.1f\n", when, g_get_num_processors (), load[0]);
}

static void
type_all (CorStore   *store,
          const char *round,
          Search      search)
{
  g_print ("%s, ms:\n", round);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (Taken));

      g_array_set_clear_func (times, clear_taken);
      for (guint j = 0; j < kinds[i].n; j++)
        {
          g_autofree char *query = kinds[i].make (j);

          type (store, search, query, kinds[i].is_whole, times);
        }
      print_times (kinds[i].name, times);
    }
}

static gint64
put_account (CorStore *store)
{
  g_autoptr (CorAccountData) account = cor_account_data_new ();
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  account->kind = g_strdup ("chatwoot");
  account->origin = g_strdup ("https://desk.example");
  account->remote_id = g_strdup ("1");
  cor_store_put_account_async (store, account, NULL, cor_test_on_result, &await);
  id = cor_store_put_account_finish (store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return id;
}

static void
put_conversations (CorStore *store,
                   gint64    account)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_CONVERSATIONS; i++)
    {
      CorConversationRecord *conversation = cor_conversation_record_new ();

      conversation->remote_id = g_strdup_printf ("%u", i + 1);
      conversation->fields = COR_CONVERSATION_HAS_ALL;
      g_ptr_array_add (list, conversation);
    }
  cor_store_put_conversations_async (store, account, list, NULL, cor_test_on_result, &await);
  cor_store_pull_finish (store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

/* 130 bytes in the mean: short ones and long ones, some beginning with what everybody asks. */
static CorMessageRecord *
make_message (GRand *rand,
              guint  number,
              gsize *bytes)
{
  CorMessageRecord *message = cor_message_record_new ();
  gboolean          is_chinese = g_rand_boolean (rand);
  GString          *text = g_string_new (NULL);
  guint             question = pick (rand, G_N_ELEMENTS (questions) * 4);

  if (question < G_N_ELEMENTS (questions) && (questions[question][0] < 0) == is_chinese)
    g_string_append (text, questions[question]);
  add_sentence (text, rand, is_chinese, (guint) g_rand_int_range (rand, 2, is_chinese ? 41 : 38));
  message->remote_id = g_strdup_printf ("%u", number);
  message->ordinal = number;
  message->kind = number % 2 == 0 ? COR_MESSAGE_INCOMING : COR_MESSAGE_OUTGOING;
  message->created_at = 1700000000 + (gint64) number * 40;
  message->content = g_string_free (text, FALSE);
  *bytes += strlen (message->content);
  return message;
}

static guint
count_waiting (CorStore *store)
{
  CorMessageAsk ask = { .query = "", .limit = 1 };
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorMessageResult) result = NULL;

  cor_store_find_messages_async (store, &ask, NULL, cor_test_on_result, &await);
  result = cor_store_find_messages_finish (store, cor_test_await (&await), NULL);
  return result->n_waiting;
}

static void
fill_messages (CorStore   *store,
               const char *dir,
               guint       n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autofree char *path = g_build_filename (dir, "corridor.db", NULL);
  gint64           account = put_account (store);
  gint64           began = g_get_monotonic_time ();
  GStatBuf         info = { 0 };
  gsize            bytes = 0;
  guint            made = 0;

  put_conversations (store, account);
  while (made < n)
    {
      g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_message_record_unref);
      g_autofree char *conversation = g_strdup_printf ("%u", made / PAGE % N_CONVERSATIONS + 1);
      g_auto (CorTestAwait) await = { 0 };
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < PAGE && made < n; i++)
        g_ptr_array_add (page, make_message (rand, ++made, &bytes));
      cor_store_put_messages_async (store, account, conversation, page, -1, -1, FALSE, NULL, cor_test_on_result, &await);
      cor_store_pull_finish (store, cor_test_await (&await), &error);
      g_assert_no_error (error);
    }
  g_print ("%.1f s of processor time; ", get_processor_ms () / 1000);
  g_print ("%u messages of %.0f bytes in the mean, pulled within %.1f s\n", n, (double) bytes / MAX (n, 1),
           (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  while (count_waiting (store) > 0)
    g_usleep (50000);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_print ("%.1f s of processor time; ", get_processor_ms () / 1000);
  g_print ("all in the index after %.1f s; the file has %.0f MB\n", (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC,
           (double) info.st_size / 1e6);
}

static void
measure_articles (CorStore *store)
{
  gint64 began = g_get_monotonic_time ();
  g_auto (CorTestAwait) await = { 0 };

  /* as the window does it when it opens */
  cor_store_warm_search_async (store, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_warm_search_finish (store, cor_test_await (&await), NULL));
  g_print ("all read in the background within %.0f ms\n", (double) (g_get_monotonic_time () - began) / 1000);
  type_all (store, "articles, first round", search_articles);
  type_all (store, "articles, second round", search_articles);
}

static void
measure_messages (CorStore *store)
{
  type_all (store, "messages, first round", search_messages);
  type_all (store, "messages, second round", search_messages);
  type_all (store, "conversations", search_conversations);
  type_all (store, "the conversation list, first round", search_list);
  type_all (store, "the conversation list, second round", search_list);
}

int
main (int   argc,
      char *argv[])
{
  guint            n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  guint            n_messages = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 1000000;
  g_autofree char *dir = argc > 3 ? g_strdup (argv[3]) : cor_test_make_dir ();
  g_autofree char *path = g_build_filename (dir, "corridor.db", NULL);
  GStatBuf         info = { 0 };
  gboolean         is_filled = g_stat (path, &info) == 0 && info.st_size > EMPTY_BYTES;
  g_autoptr (GError) error = NULL;
  CorStore *store = cor_store_open (dir, &error);
  gint64    began = g_get_monotonic_time ();

  g_assert_no_error (error);
  g_print ("%s build, SQLite %s; %u articles, %u messages\n", COR_BUILD_TYPE, sqlite3_libversion (), n, n_messages);
  print_load ("before");
  if (n > 0)
    {
      if (!is_filled)
        {
          fill (store, n);
          g_print ("taken in within %.1f s\n", (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
        }
      measure_articles (store);
    }
  if (n_messages > 0)
    {
      if (!is_filled)
        fill_messages (store, dir, n_messages);
      measure_messages (store);
    }
  print_load ("after");
  cor_test_finalize (store);
  if (argc <= 3)
    cor_test_remove_dir (dir);
  return 0;
}
