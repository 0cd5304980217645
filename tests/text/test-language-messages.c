/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* How often the language of a short message is found, without any hint: fifty messages each of ten languages. */

#include "config.h"

#include "cor-language.h"
#include "cor-test-main.h"

#include <string.h>

/* Of fifty; below this more than one in twenty is wrong. */
#define N_EACH 50
#define LEAST 48

#define N_OTHERS 100
#define LEAST_OTHERS 94

#define N_CHAT 200
#define LEAST_CHAT 198

static const char *const languages[] = { "en", "zh-Hans", "zh-Hant", "es", "pt", "fr", "de", "ja", "ar", "vi" };

static char **
read_lines (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (text, "\n", -1);
}

/* What the detector calls @text when it is not @language. */
static gboolean
is_found (const char *text,
          const char *language)
{
  const char *found = cor_language_detect_tag (text);

  if (g_strcmp0 (found, language) == 0)
    return TRUE;
  g_test_message ("%s: “%s” is taken for %s", language, text, found != NULL ? found : "nothing");
  return FALSE;
}

static void
count (const char *file,
       const char *language,
       guint      *n,
       guint      *n_found)
{
  g_auto (GStrv) lines = read_lines (file);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize len = strcspn (lines[i], "\t");

      if (lines[i][0] == '#' || lines[i][len] == '\0' || strlen (language) != len || strncmp (lines[i], language, len) != 0)
        continue;
      *n += 1;
      *n_found += is_found (lines[i] + len + 1, language) ? 1 : 0;
    }
  g_test_message ("%s: %u of %u", language, *n_found, *n);
}

static void
test_language (gconstpointer language)
{
  guint n = 0;
  guint n_found = 0;

  count ("language-messages.tsv", language, &n, &n_found);
  g_assert_cmpuint (n, ==, N_EACH);
  g_assert_cmpuint (n_found, >=, LEAST);
}

static void
count_all (const char *file,
           guint       n_wanted,
           guint       n_least)
{
  guint n = 0;
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      guint n_of_one = 0;
      guint n_found_of_one = 0;

      count (file, languages[i], &n_of_one, &n_found_of_one);
      n += n_of_one;
      n_found += n_found_of_one;
    }
  g_test_message ("all: %u of %u", n_found, n);
  g_assert_cmpuint (n, ==, n_wanted);
  g_assert_cmpuint (n_found, >=, n_least);
}

/* Messages that the words were not looked for in: what to expect of others. */
static void
test_others (void)
{
  count_all ("language-messages-other.tsv", N_OTHERS, LEAST_OTHERS);
}

/* Small letters, no accents, words cut short. */
static void
test_chat (void)
{
  count_all ("language-messages-chat.tsv", N_CHAT, LEAST_CHAT);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/language-messages/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_language);
    }
  g_test_add_func ("/language-messages/others", test_others);
  g_test_add_func ("/language-messages/chat", test_chat);
  return cor_test_run ();
}
