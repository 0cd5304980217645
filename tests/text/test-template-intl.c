/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-template-text.h"
#include "cor-test-main.h"

#include <string.h>

/* tests/text/intl/intl.tsv: what an independent user of CLDR says, see make.js beside it. */

static char *
render (const char *tag,
        const char *name,
        const char *value,
        const char *locale,
        const char *zone)
{
  g_autoptr (CorTemplateValues) values = cor_template_values_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTemplateText) text = cor_template_text_parse (tag, &error);
  g_autoptr (CorTemplateFill) fill = NULL;
  CorTemplateTarget target = { locale, zone, FALSE, FALSE };

  g_assert_no_error (error);
  cor_template_values_parse (values, name, value, &error);
  g_assert_no_error (error);
  fill = cor_template_text_render (text, values, &target, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&fill->text);
}

/* Amounts on the command line are never negative; those of a quote may be. */
static char *
render_money (const char *display,
              const char *value,
              const char *locale)
{
  g_autofree char *tag = g_strdup_printf ("{{payment.amount | money: \"%s\"}}", display);
  g_autoptr (CorTemplateValues) values = cor_template_values_new ();
  g_autoptr (CorTemplateText) text = cor_template_text_parse (tag, NULL);
  g_autoptr (CorTemplateFill) fill = NULL;
  CorTemplateTarget target = { locale, NULL, FALSE, FALSE };
  g_auto (GStrv) parts = g_strsplit (value, " ", 2);
  gboolean is_negative = *parts[0] == '-';
  CorMoney money = { 0, NULL };

  g_assert_true (cor_money_parse (parts[0] + is_negative, cor_currency_find (parts[1]), &money, NULL));
  if (is_negative)
    money.minor = -money.minor;
  cor_template_values_set_money (values, "payment.amount", money);
  fill = cor_template_text_render (text, values, &target, NULL);
  return g_steal_pointer (&fill->text);
}

static char *
render_row (char **cells)
{
  const char *kind = cells[0];
  const char *locale = cells[1];
  const char *style = cells[2];
  g_auto (GStrv) value = g_strsplit (cells[3], " ", 2);
  g_autofree char *tag = NULL;

  if (g_str_equal (kind, "money"))
    return render_money (style, cells[3], locale);
  if (g_str_equal (kind, "rate"))
    return render ("{{quote.rate | rate}}", "quote.rate", cells[3], locale, NULL);
  if (g_str_equal (kind, "percent"))
    return render ("{{quote.margin | percent}}", "quote.margin", cells[3], locale, NULL);
  if (g_str_equal (kind, "count"))
    return render ("{{days | number}}", "days", cells[3], locale, NULL);
  if (g_str_equal (kind, "plural"))
    return render ("{% plural days %}{% when zero %}zero{% when one %}one{% when two %}two{% when few %}few{% when many %}many"
                   "{% when other %}other{% endplural %}",
                   "days", cells[3], locale, NULL);
  if (g_str_equal (kind, "list"))
    {
      tag = g_strdup_printf ("{{documents.list | list: \"%s\"}}", style);
      return render (tag, "documents.list", cells[3], locale, NULL);
    }
  tag = g_strdup_printf ("{{payment.sent_at | %s: \"%s\"}}", kind, style);
  return render (tag, "payment.sent_at", value[0], locale, value[1]);
}

/* Marks of direction around the whole and behind a currency's sign and the width of a space are not what this is about. */
static char *
simplify (const char *text)
{
  GString *out = g_string_new (NULL);
  gunichar last = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == 0x202f || letter == 0xa0)
        g_string_append_c (out, ' ');
      else if (letter != 0x2068 && letter != 0x2069 && !(letter == 0x200e && g_unichar_type (last) == G_UNICODE_CURRENCY_SYMBOL))
        g_string_append_unichar (out, letter);
      last = letter;
    }
  return g_string_free (out, FALSE);
}

static GHashTable *
load_changed (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "intl", "changed.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTable *changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_hash_table_add (changed, g_strdup (lines[i]));
  return changed;
}

static void
test_intl (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "intl", "intl.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) changed = load_changed ();
  g_autoptr (GHashTable) locales = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n_same = 0;
  guint n_changed = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char           **cells = NULL;
      g_autofree char *ours = NULL;
      g_autofree char *theirs = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *key = NULL;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      cells = g_strsplit (lines[i], "\t", 5);
      g_ptr_array_add (rows, cells);
      shown = render_row (cells);
      ours = simplify (shown);
      theirs = simplify (cells[4]);
      key = g_strjoin ("\t", cells[0], cells[1], cells[2], cells[3], NULL);
      g_hash_table_add (locales, cells[1]);
      if (g_hash_table_contains (changed, key))
        n_changed++;
      else if (g_str_equal (ours, theirs))
        n_same++;
      else
        {
          g_test_message ("DIFF\t%s\t%s\t%s", key, ours, theirs);
          g_test_fail ();
        }
    }
  g_test_message ("%u the same in %u locales, %u changed between versions of CLDR", n_same, g_hash_table_size (locales), n_changed);
  g_assert_cmpuint (g_hash_table_size (locales), ==, 40);
  g_assert_cmpuint (n_same, >, 3200);
  g_assert_cmpuint (n_changed, ==, g_hash_table_size (changed));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/template/intl", test_intl);

  return cor_test_run ();
}
