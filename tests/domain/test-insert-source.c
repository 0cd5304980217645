/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-insert-source.h"
#include "cor-test-main.h"

#define ENGLISH "Your payment is with the recipient's bank. Banks usually credit it within one business day.\n\nKind regards,\nMarta"
#define CHINESE "您的款项已到达收款行，收款行通常会在一个工作日内入账。如仍未到账，请联系收款行查询。"

static void
test_left (void)
{
  static const struct
  {
    const char *inserted, *reply;
    gboolean    is_left;
  } cases[] = {
    { ENGLISH, ENGLISH, TRUE },
    { ENGLISH, "Hello Li Wei,\n\n" ENGLISH "\n\nPS: call us.", TRUE },
    { ENGLISH, "Hello! banks  usually credit it\nwithin one business day, so please wait.", TRUE },
    { ENGLISH, "Hello Li Wei, we look into it.\n\nKind regards,\nMarta", FALSE },
    { ENGLISH, "Your account is blocked.", FALSE },
    { ENGLISH, "", FALSE },
    { CHINESE, CHINESE, TRUE },
    { CHINESE, "李先生您好！收款行通常会在一个工作日内入账，请您稍等。", TRUE },
    { CHINESE, "您的款项我们正在查询，请稍等。", FALSE },
    { "Thanks!", "Thanks! Have a good day", TRUE },
    { "Thanks!", "Thank you", FALSE },
    { "🙏", "You are welcome 🙏", TRUE },
    { "🙏", "You are welcome", FALSE },
    { NULL, "anything", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CorInsertSource source = { .kind = COR_SOURCE_ARTICLE, .id = "x", .text = cases[i].inserted };

      g_test_message ("%u: %s", i, cases[i].reply);
      g_assert_cmpint (cor_insert_source_is_left_in (&source, cases[i].reply), ==, cases[i].is_left);
    }
}

/* Wherever in it a clause begins that stays, it is found. */
static void
test_every_clause (void)
{
  CorInsertSource source = { .kind = COR_SOURCE_ARTICLE, .id = "x", .text = CHINESE };

  for (const char *start = CHINESE; g_utf8_strlen (start, -1) >= 13; start = g_utf8_next_char (start))
    {
      g_autofree char *part = g_utf8_substring (start, 0, 13); /* signs do not count */

      g_assert_true (cor_insert_source_is_left_in (&source, part));
    }
}

static void
test_copies (void)
{
  g_autoptr (GPtrArray) sources = cor_insert_source_array_new ();
  g_autoptr (GPtrArray) copies = NULL;
  CorInsertSource        source = { .kind = COR_SOURCE_TEMPLATE, .id = "where", .version = "3", .locale = "zh-CN", .text = CHINESE };
  const CorInsertSource *copy;

  g_assert_null (cor_insert_source_array_dup (NULL));
  g_assert_null (cor_insert_source_array_dup (sources));
  g_ptr_array_add (sources, cor_insert_source_copy (&source));
  copies = cor_insert_source_array_dup (sources);
  g_ptr_array_set_size (sources, 0);
  copy = g_ptr_array_index (copies, 0);
  g_assert_cmpstr (copy->kind, ==, "template");
  g_assert_cmpstr (copy->id, ==, "where");
  g_assert_cmpstr (copy->version, ==, "3");
  g_assert_cmpstr (copy->locale, ==, "zh-CN");
  g_assert_cmpstr (copy->text, ==, CHINESE);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/insert-source/left", test_left);
  g_test_add_func ("/insert-source/every-clause", test_every_clause);
  g_test_add_func ("/insert-source/copies", test_copies);
  return cor_test_run ();
}
