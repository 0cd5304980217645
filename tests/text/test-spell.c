/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-spell-words.h"
#include "cor-speller.h"

#include <string.h>

/* What of a text is asked for in a dictionary, and what one answers. */

static const char *const names[] = { "Mariana Duarte Quispe", "Corridora Payments", NULL };

static const struct
{
  const char *text, *words; /* words: those that are asked for, with | between */
} cases[] = {
  { "", "" },
  { "Your money arrives today.", "Your|money|arrives|today" },
  { "UETR 97ed4827-7b6f-4491-a06f-b548d5a7512d, ref CP-70231 and CP70231x", "ref|and" },
  { "We sent USD 1,000.00 and €25,50 on 2026-11-23 at 10:30.", "We|sent|and|on|at" },
  { "See https://pay.exampel.com/statsu?x=1 or write to helpp@exampel.com", "See|or|write|to" },
  { "Dear Mariana, Ms Quispe asked", "Dear|Ms|asked" },
  { "IBAN, SWIFT and PayPal are fine; KYCs too", "and|are|fine|too" },
  { "{{contact.name}} is missing, {{ payment.amount | money }} too", "is|missing|too" },
  { "We don\xe2\x80\x99t; they can't. 'Quoted'", "We|don\xe2\x80\x99t|they|can't|Quoted" },
  { "> Helo, were is my mony\nIt is here\n> agian\nand there", "It|is|here|and|there" },
  { "您的款项已到账 and 送金 เงิน 송금 too", "and|too" },
  { "وصلت الحوالة اليوم", "وصلت|الحوالة|اليوم" },
  { "Über die Überweisung", "Über|die|Überweisung" },
  { "a I x", "" },
  { "step#one one_two @handle a/b", "" },
  { "well-known fees", "well|known|fees" },
};

static char *
dup_words (const char *text)
{
  g_autoptr (GArray) words = cor_spell_words_find (text, names);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < words->len; i++)
    {
      const CorSpellWord *word = &g_array_index (words, CorSpellWord, i);

      g_ptr_array_add (parts, g_strndup (text + word->start, word->end - word->start));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("|", (char **) parts->pdata);
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = dup_words (cases[i].text);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* A text of one kind of hostile letter is looked at once. */
static void
test_hostile (void)
{
  static const char *const parts[] = { "a'", ">", "> \n", "{{", "1a", "\xcc\x81", "'" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) words = NULL;

      while (text->len < 20000)
        g_string_append (text, parts[i]);
      words = cor_spell_words_find (text->str, names);
      g_assert_cmpuint (words->len, ==, 0);
    }
}

static void
test_dictionary (void)
{
  g_autoptr (CorSpeller) speller = cor_speller_new ();
  g_auto (GStrv) suggestions = NULL;

  g_assert_true (cor_speller_knows (speller, "xqzzt", -1));
  g_assert_null (cor_speller_open (speller, "tlh"));
  g_assert_true (cor_speller_knows (speller, "xqzzt", -1));
  if (cor_speller_open (speller, "en") == NULL)
    {
      g_test_skip ("this system has no English dictionary");
      return;
    }
  g_assert_cmpstr (cor_speller_open (speller, "en"), ==, "en_US");
  g_assert_cmpstr (cor_speller_open (speller, "en-XA"), ==, "en_US");
  g_assert_true (cor_speller_knows (speller, "payment", -1));
  g_assert_true (cor_speller_knows (speller, "payments!", 8));
  g_assert_true (cor_speller_knows (speller, "don\xe2\x80\x99t", -1));
  g_assert_false (cor_speller_knows (speller, "paymnt", -1));
  suggestions = cor_speller_suggest (speller, "paymnt", 3);
  g_assert_true (g_strv_contains ((const char *const *) suggestions, "payment"));
  g_assert_cmpuint (g_strv_length (suggestions), <=, 3);
  g_assert_null (cor_speller_open (speller, "tlh"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spell/words", test_words);
  g_test_add_func ("/spell/hostile", test_hostile);
  g_test_add_func ("/spell/dictionary", test_dictionary);
  return g_test_run ();
}
