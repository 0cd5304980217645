/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-workspace"

#include "config.h"

#include "workspace-told.h"

#include "cor-test-main.h"
#include "cor-workspace-payment.h"

#include <string.h>

/* Telling takes long where stacks are exact, so the tests look at the same two desks. */
static const WorkspaceTold *
desk (guint32 seed)
{
  static WorkspaceTold *desks[3] = { NULL };

  if (desks[seed] == NULL)
    desks[seed] = workspace_tell (seed, 0, NULL, TRUE);
  return desks[seed];
}

static void
test_same_bytes (void)
{
  g_autoptr (WorkspaceTold) again = workspace_tell (1, 0, NULL, FALSE);

  g_assert_cmpstr (g_checksum_get_string (desk (1)->sum), ==, g_checksum_get_string (again->sum));
  g_assert_cmpstr (g_checksum_get_string (desk (1)->sum), !=, g_checksum_get_string (desk (2)->sum));
}

static void
test_desk (void)
{
  for (guint32 seed = 1; seed <= 2; seed++)
    {
      const WorkspaceTold *told = desk (seed);

      g_assert_cmpuint (told->agents, >=, 10);
      g_assert_cmpuint (told->bots, ==, 1);
      g_assert_cmpuint (told->teams, ==, 4);
      g_assert_cmpuint (told->inboxes, ==, 10);
      g_assert_cmpuint (told->talks->len, >=, 580);
      g_assert_cmpuint (told->talks->len, <=, 640);
      g_assert_cmpuint (told->contacts, >=, 380);
      g_assert_cmpuint (told->contacts, <=, 420);
      g_assert_cmpuint (g_hash_table_size (told->countries), >=, 10);
      g_assert_cmpuint (g_hash_table_size (told->languages), ==, 10);
      g_assert_cmpuint (g_hash_table_size (told->used_labels), >=, 15);
      for (guint i = 1; i <= told->inboxes; i++)
        g_assert_cmpuint (told->inbox_talks[i], >=, 5);

      g_assert_cmpuint (workspace_told_count (told, "open", 1), >=, 12); /* "Mine" of the main agent */
      g_assert_cmpuint (workspace_told_count (told, "open", 1), <=, 25);
      g_assert_cmpuint (workspace_told_count (told, "open", 0), >=, 5);
      g_assert_cmpuint (workspace_told_count (told, "pending", G_MAXUINT), >=, 2);
      g_assert_cmpuint (workspace_told_count (told, "snoozed", G_MAXUINT), >=, 2);
      g_assert_cmpuint (workspace_told_count (told, "resolved", G_MAXUINT), >=, 350);
      g_assert_cmpuint (told->gold, >=, 8);
      g_assert_cmpuint (told->notes, >=, 20);
      g_assert_cmpuint (told->private_notes, >=, 60);
      g_assert_cmpuint (told->mentions, >=, 20);
      g_assert_cmpuint (told->attachments, >=, 40);
      g_assert_cmpuint (told->portals, ==, 1);
      g_assert_cmpuint (told->articles, >=, 30);
    }
}

static void
test_times (void)
{
  const WorkspaceTold *told = desk (1);

  g_assert_cmpint (told->oldest, >=, NOW - 85 * DAY);
  g_assert_cmpint (told->oldest, <=, NOW - 74 * DAY);
  g_assert_cmpint (told->newest, >=, NOW - 600);
  g_assert_cmpint (told->newest, <=, NOW);
}

static void
test_slots (void)
{
  for (guint32 seed = 1; seed <= 2; seed++)
    {
      const WorkspaceTold *told = desk (seed);

      for (guint i = 0; i < told->texts->len; i++)
        {
          const char *text = told->texts->pdata[i];

          if (strpbrk (text, "{}") != NULL || strstr (text, "(null)") != NULL)
            g_error ("unfilled: %s", text);
        }
    }
}

static void
test_uetr (void)
{
  g_autoptr (GRegex) any = g_regex_new ("[0-9a-f]{8}-[0-9a-f-]{20,}", 0, 0, NULL);
  g_autoptr (GRegex) valid = g_regex_new ("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", 0, 0, NULL);
  const WorkspaceTold *told = desk (1);
  guint                seen = 0;

  for (guint i = 0; i < told->texts->len; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (any, told->texts->pdata[i], 0, &match))
        {
          g_autofree char *uetr = g_match_info_fetch (match, 0);

          g_assert_true (g_regex_match (valid, uetr, 0, NULL));
          seen++;
        }
    }
  g_assert_cmpuint (seen, >=, 10);
}

/* Only the digits: all three figures of a sum have the same currency and so the same decimals. */
static gint64
digits_of (GMatchInfo *match,
           int         group)
{
  g_autofree char *text = g_match_info_fetch (match, group);
  gint64           number = 0;

  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      number = number * 10 + (*c - '0');
  return number;
}

static void
test_sums (void)
{
  g_autoptr (GRegex) sum = g_regex_new ("([0-9][0-9.,\u202f]*) ([A-Z]{3})[\u2066\u2069]* − [\u2066\u2069]*([0-9][0-9.,\u202f]*) ([A-Z]{3})[\u2066\u2069]* = [\u2066\u2069]*([0-9][0-9.,\u202f]*) ([A-Z]{3})",
                                        0, 0, NULL);
  guint seen = 0;

  for (guint32 seed = 1; seed <= 2; seed++)
    {
      const WorkspaceTold *told = desk (seed);

      for (guint i = 0; i < told->texts->len; i++)
        {
          g_autoptr (GMatchInfo) match = NULL;

          if (strstr (told->texts->pdata[i], " − ") == NULL)
            continue;
          if (!g_regex_match (sum, told->texts->pdata[i], 0, &match))
            g_error ("no sum in: %s", (char *) told->texts->pdata[i]);
          g_assert_cmpint (digits_of (match, 1) - digits_of (match, 3), ==, digits_of (match, 5));
          seen++;
        }
    }
  g_assert_cmpuint (seen, >=, 40);
}

static void
test_payments (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPeople) people = cor_people_load (&error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  g_assert_no_error (error);
  for (guint i = 0; i < 1500; i++)
    {
      const CorCountry *from = people->countries->pdata[i % people->countries->len];
      const CorCountry *to = people->countries->pdata[(i / 13) % people->countries->len];
      g_autoptr (CorWorkspacePayment) payment = NULL;

      if (from->currency == to->currency)
        continue;
      payment = cor_workspace_payment_new (people, from, to, i % 2 == 0, NOW, rand);
      g_assert_cmpint (payment->total, ==, payment->amount + payment->fee);
      g_assert_cmpint (payment->received, ==, payment->converted - payment->deduction);
      g_assert_cmpint (payment->returned, ==, payment->converted - payment->return_fee);
      g_assert_cmpint (payment->received, >, 0);
      g_assert_cmpint (payment->returned, >, 0);
      g_assert_cmpint (payment->received_net, >, 0);
      g_assert_cmpint (payment->fee, >, 0);
      g_assert_cmpint (payment->fee, <, payment->amount);
      g_assert_cmpint (payment->margin, >, 0);
      g_assert_cmpint (payment->margin * 50, <, payment->amount); /* under two percent */
      g_assert_cmpint (payment->limit, ==, payment->used + payment->left);
      g_assert_cmpint (payment->left, <, payment->amount);
      g_assert_cmpint (payment->used, >=, 0);
    }
}

/* fees.md §9: E01, E05 and the tie of E06a */
static void
test_convert (void)
{
  g_assert_cmpint (cor_workspace_payment_convert (100000, (CorWorkspaceRate){ 92, 2 }, 2, 2), ==, 92000);
  g_assert_cmpint (cor_workspace_payment_convert (50000, (CorWorkspaceRate){ 15895, 2 }, 2, 0), ==, 79475);
  g_assert_cmpint (cor_workspace_payment_convert (98500, (CorWorkspaceRate){ 621, 5 }, 0, 2), ==, 61169);
}

static void
test_figures (void)
{
  static const struct
  {
    const char *language, *text;
  } cases[] = {
    { "en", "1,234,567.05 EUR" }, { "de", "1.234.567,05 EUR" }, { "fr", "1\u202f234\u202f567,05 EUR" }, { "pt_BR", "1.234.567,05 EUR" }, { "zh_CN", "1,234,567.05 EUR" }
  };
  CorCurrency euro = { .code = (char *) "EUR", .decimals = 2 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cor_workspace_payment_figure (123456705, &euro, cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* domain.md §4, held: never these words to a customer whose payment is looked at. */
static void
test_held_wording (void)
{
  static const char *const forbidden[] = {
    "suspicious", "suspicion", "sanction", "report", "investigation", "money laundering", "blacklist", "verdächtig", "verdacht",
    "sanktion", "geldwäsche", "meldung", "suspect", "soupçon", "blanchiment", "signalement", "sospech", "sancion", "lavado",
    "denuncia", "suspeit", "sanç", "lavagem", "denúncia", "可疑", "制裁", "洗钱", "洗錢", "举报", "黑名单", "黑名單", "上报",
    "疑わしい", "制裁", "資金洗浄", "マネーロンダリング", "届出", "مشبوه", "اشتباه", "عقوبات", "غسل", "đáng ngờ", "nghi ngờ", "trừng phạt",
    "rửa tiền", "tố cáo"
  };
  guint seen = 0;

  for (guint32 seed = 1; seed <= 2; seed++)
    {
      const WorkspaceTold *told = desk (seed);

      for (guint i = 0; i < told->texts->len; i++)
        {
          const char      *text = told->texts->pdata[i];
          g_autofree char *folded = g_utf8_strdown (text, -1);

          if (!g_str_has_prefix (text, "101 ")) /* held, not private, outgoing */
            continue;
          seen++;
          for (guint w = 0; w < G_N_ELEMENTS (forbidden); w++)
            if (strstr (folded, forbidden[w]) != NULL)
              g_error ("“%s” in: %s", forbidden[w], text);
        }
    }
  g_assert_cmpuint (seen, >=, 20);
}

static void
test_masking_bait (void)
{
  const WorkspaceTold *told = desk (1);
  guint                cards = 0;

  for (guint i = 0; i < told->texts->len; i++)
    cards += strstr (told->texts->pdata[i], "4111 1111 1111 1111") != NULL;
  g_assert_cmpuint (cards, >=, 1);
  g_assert_cmpuint (cards, <=, 12);
}

static void
test_scale (void)
{
  const guint64 wanted = 6000;
  g_autoptr (WorkspaceTold) told = workspace_tell (1, wanted, NULL, FALSE);

  g_assert_cmpint ((gint64) told->messages, >=, (gint64) (wanted * 98 / 100));
  g_assert_cmpint ((gint64) told->messages, <=, (gint64) (wanted * 102 / 100));
  g_assert_cmpuint (told->contacts, >, 450);
  g_assert_cmpint (told->oldest, >=, NOW - 85 * DAY);
  g_assert_cmpint (told->newest, >=, NOW - DAY);
}

static void
test_sink_stops (void)
{
  g_autoptr (WorkspaceTold) told = workspace_told_new (FALSE);
  g_autoptr (GError) error = NULL;

  told->stop_after = 100;
  g_assert_false (workspace_try (told, 1, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (told->messages, ==, 100);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/workspace/same-bytes", test_same_bytes);
  g_test_add_func ("/workspace/desk", test_desk);
  g_test_add_func ("/workspace/times", test_times);
  g_test_add_func ("/workspace/slots", test_slots);
  g_test_add_func ("/workspace/uetr", test_uetr);
  g_test_add_func ("/workspace/sums", test_sums);
  g_test_add_func ("/workspace/payments", test_payments);
  g_test_add_func ("/workspace/convert", test_convert);
  g_test_add_func ("/workspace/figures", test_figures);
  g_test_add_func ("/workspace/held-wording", test_held_wording);
  g_test_add_func ("/workspace/masking-bait", test_masking_bait);
  g_test_add_func ("/workspace/scale", test_scale);
  g_test_add_func ("/workspace/sink-stops", test_sink_stops);

  return cor_test_run ();
}
