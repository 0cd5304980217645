/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-mention.h"
#include "cor-test-main.h"

#define UETR "97ed4827-7b6f-4491-a06f-b548d5a7512d"

static char *
describe (const char *text)
{
  g_autoptr (GArray) mentions = cor_payment_mentions_find (text);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const CorPaymentMention *mention = &g_array_index (mentions, CorPaymentMention, i);

      g_string_append_printf (all, "%s%s@%.*s", i > 0 ? " | " : "", mention->reference, (int) (mention->end - mention->start), text + mention->start);
    }
  return g_string_free (all, FALSE);
}

static void
test_found (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "Where is CP-70231?", "CP-70231@CP-70231" },
    { "我的汇款cp-70231还没到账", "CP-70231@cp-70231" }, /* no blank needed there */
    { "我的汇款 CP-70231，UETR " UETR "。", "CP-70231@CP-70231 | " UETR "@" UETR },
    { "it is 97ED4827 7B6F 4491 A06F B548D5A7512D thanks", UETR "@97ED4827 7B6F 4491 A06F B548D5A7512D" },
    { "97ed48277b6f4491a06fb548d5a7512d", UETR "@97ed48277b6f4491a06fb548d5a7512d" },
    { "97ed4827-7b6f-1491-a06f-b548d5a7512d", "" },
    { "Wise transfer #16521632 and order 16521633", "16521632@16521632" },
    { "Transfer number: 16521632", "16521632@16521632" },
    { "转账编号：16521632", "16521632@16521632" },
    { "call 16521632", "" },
    { "ACP-70231 CP-702311 CP-7023", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* Long texts of nothing but hexadecimal digits and spaces end. */
static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *found = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, i % 3 == 0 ? "a " : "4-");
  found = describe (text->str);
  g_assert_nonnull (found);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/payment-mention/found", test_found);
  g_test_add_func ("/payment-mention/hostile", test_hostile);
  return cor_test_run ();
}
