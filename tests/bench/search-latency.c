/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/*
 * search-latency [ARTICLES [MESSAGES [PROFILE]]]: how long a search takes while somebody types, among so many articles
 * (100,000) and messages (1,000,000), half of them English and half Chinese. They are made of words as common as words
 * are (Zipf), of the glossary's wordings and of whole questions; nothing is read from outside. A PROFILE is kept, and
 * taken as it is where it is filled already. Times are told by the clock and, for a busy machine, of the processor.
 */

#include "config.h"

#include "cor-store-accounts.h"
#include "cor-store-articles.h"
#include "cor-store-find.h"
#include "cor-store-pull.h"
#include "cor-store-search.h"
#include "cor-test-await.h"

#include <glib/gstdio.h>
#include <math.h>
#include <time.h>

#define BATCH 500
#define N_WORDS 20000
#define N_SIGNS 3000
#define LIMIT 10

/* Pages as the desk's service gives them; a thousand conversations. */
#define PAGE 200
#define N_CONVERSATIONS 1000

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

/* How many of the commonest words are asked for alone and together with the next. */
#define N_COMMON 6

/* A profile that was opened only is no larger. */
#define EMPTY_BYTES 2000000

/* What is told of a round. */
#define N_SLOWEST 5

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
      GArray     *times)
{
  for (const char *p = g_utf8_next_char (query);; p = g_utf8_next_char (p))
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

/* The commonest words there are, alone and two together, in both scripts. */
static void
type_common (CorStore *store,
             Search    search,
             GArray   *times)
{
  for (guint i = 0; i < N_COMMON; i++)
    for (guint is_chinese = 0; is_chinese < 2; is_chinese++)
      {
        g_autoptr (GString) text = g_string_new (NULL);

        for (guint j = i; j < i + 2; j++)
          if (is_chinese != 0)
            add_han (text, j);
          else
            {
              g_string_append (text, j > i ? " " : "");
              add_word (text, j);
            }
        type (store, search, text->str, times);
      }
}

static void
print_times (const char *what,
             GArray     *times)
{
  const Taken *taken = (const Taken *) (gpointer) times->data;

  g_array_sort (times, compare_ms);
  g_print ("%s: %u searches, ms p50 %.2f  p95 %.2f  p99 %.2f  max %.2f", what, times->len, taken[times->len / 2].ms,
           taken[times->len * 95 / 100].ms, taken[times->len * 99 / 100].ms, taken[times->len - 1].ms);
  g_array_sort (times, compare_processor_ms);
  g_print ("; of the processor p50 %.2f  p95 %.2f  p99 %.2f  max %.2f;", taken[times->len / 2].processor_ms,
           taken[times->len * 95 / 100].processor_ms, taken[times->len * 99 / 100].processor_ms, taken[times->len - 1].processor_ms);
  for (guint i = 1; i <= N_SLOWEST && i <= times->len; i++)
    g_print (" %.1f “%s”", taken[times->len - i].processor_ms, taken[times->len - i].text);
  g_print ("\n");
}

static void
type_all (CorStore   *store,
          const char *round,
          Search      search)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (Taken));
  g_autoptr (GArray) common = g_array_new (FALSE, FALSE, sizeof (Taken));
  g_autofree char *of_common = g_strdup_printf ("%s, the commonest words", round);

  g_array_set_clear_func (times, clear_taken);
  g_array_set_clear_func (common, clear_taken);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    type (store, search, questions[i], times);
  print_times (round, times);
  type_common (store, search, common);
  print_times (of_common, common);
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
  add_sentence (text, rand, is_chinese, (guint) g_rand_int_range (rand, 2, is_chinese ? 38 : 34));
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

  search_articles (store, "money");
  g_print ("the first search, which reads all: %.0f ms\n", (double) (g_get_monotonic_time () - began) / 1000);
  type_all (store, "articles, first round", search_articles);
  type_all (store, "articles, second round", search_articles);
}

static void
measure_messages (CorStore *store)
{
  type_all (store, "messages, first round", search_messages);
  type_all (store, "messages, second round", search_messages);
  type_all (store, "conversations", search_conversations);
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
  g_print ("%s build\n", COR_BUILD_TYPE);
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
  cor_test_finalize (store);
  if (argc <= 3)
    cor_test_remove_dir (dir);
  return 0;
}
