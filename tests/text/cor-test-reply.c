/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-reply.h"

#include <string.h>

/* The rules of data/checks. */
CorReplyRules *
cor_test_reply_rules (void)
{
  static const char *const files[] = { "rules.tsv", "phrases.tsv" };
  CorReplyRules           *rules = cor_reply_rules_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "checks", files[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      cor_reply_rules_add (rules, text, &error);
      g_assert_no_error (error);
    }
  return rules;
}

static void
add_date (CorReplyContext *context,
          GDateDay         day,
          GDateMonth       month,
          GDateYear        year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  g_array_append_val (context->dates, date);
}

/* 1,000.00 USD of which 905.00 EUR are expected, on 19 June 2026. */
CorReplyContext *
cor_test_reply_context (const char *language)
{
  static const struct
  {
    gint64      minor;
    const char *currency;
  } figures[] = { { 101000, "USD" }, { 100000, "USD" }, { 1000, "USD" }, { 92000, "EUR" }, { 1500, "EUR" }, { 90500, "EUR" } };
  static const char *const others[] = { "Marta Gil Ortega", "王小明", "佐藤 美咲", "Yusuf Haddad" };
  CorReplyContext         *context = cor_reply_context_new ();

  context->channel = COR_CHANNEL_EMAIL;
  context->trust = COR_REPLY_TRUST_VERIFIED;
  context->name = g_strdup ("Anna Reed");
  context->email = g_strdup ("customer@mail.example");
  context->language = g_strdup (language);
  context->payment = g_strdup ("CP-70231");
  cor_reply_context_add_reference (context, "CP-70231");
  cor_reply_context_learn (context, "My complaint C-48213, UETR 97ED4827-7b6f-4491-a06f-b548d5a7512d.");
  cor_reply_context_add_domain (context, "https://pay.example/");
  g_ptr_array_add (context->other_references, g_strdup ("cp-70999"));
  g_ptr_array_add (context->notes, g_strdup ("Tracker says G002 at Isar Bank, follow up at three."));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_ptr_array_add (context->other_names, g_strdup (others[i]));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_array_append_val (context->amounts, *(CorMoney[]){ cor_money_new (figures[i].minor, cor_currency_find (figures[i].currency)) });
  add_date (context, 15, G_DATE_JUNE, 2026);
  add_date (context, 18, G_DATE_JUNE, 2026);
  context->created = g_array_index (context->dates, GDate, 0);
  g_date_set_dmy (&context->expected_from, 22, G_DATE_JUNE, 2026);
  g_date_set_dmy (&context->expected_to, 23, G_DATE_JUNE, 2026);
  g_date_set_dmy (&context->today, 19, G_DATE_JUNE, 2026);
  return context;
}

gboolean
cor_test_reply_found (const GPtrArray *findings,
                      const char      *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (strcmp (((const CorReplyFinding *) findings->pdata[i])->rule, rule) == 0)
      return TRUE;
  return FALSE;
}

/* The rules of the findings, for the message of a failure. */
char *
cor_test_reply_list (const GPtrArray *findings)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const CorReplyFinding *finding = findings->pdata[i];

      g_string_append_printf (list, " %s %" G_GSIZE_FORMAT "–%" G_GSIZE_FORMAT, finding->rule, finding->start, finding->end);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}
