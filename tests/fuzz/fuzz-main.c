/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-main.h"
#include "fuzz-main.h"

#include <string.h>

#define ROUNDS 80

static void
run_bytes (const char *bytes,
           gsize       len)
{
  /* a block of its very size, so that a sanitizer sees one byte too many */
  g_autofree guint8 *data = g_memdup2 (bytes, len);

  g_assert_cmpint (LLVMFuzzerTestOneInput (data, len), ==, 0);
}

/* The same mutations at every run: what fails once fails again. */
static void
mutate (GString *text,
        GRand   *random)
{
  static const char alphabet[] = "<>{}%|&\"'/=*_`~[]()!- 0123456789abC;:\n\\\xff\xc3\x80\x01";
  guint             n = (guint) g_rand_int_range (random, 1, 12);

  for (guint i = 0; i < n; i++)
    {
      gsize at = text->len > 0 ? (gsize) g_rand_int_range (random, 0, (int) text->len) : 0;
      char  letter = alphabet[g_rand_int_range (random, 0, (int) sizeof alphabet - 1)];

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          g_string_insert_c (text, (gssize) at, letter);
          break;
        case 1:
          if (text->len > 0)
            g_string_erase (text, (gssize) at, 1);
          break;
        case 2:
          if (text->len > 0)
            text->str[at] = letter;
          break;
        default:
          if (text->len < 4096)
            {
              g_autofree char *part = g_strndup (text->str + at, 32);

              g_string_append (text, part);
            }
          break;
        }
    }
}

static void
test_corpus (void)
{
  run_bytes ("", 0);
  for (guint i = 0; fuzz_corpus[i]; i++)
    for (gsize len = 1; len <= strlen (fuzz_corpus[i]); len++)
      run_bytes (fuzz_corpus[i], len);
}

static void
test_mutations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260615);

  for (guint i = 0; fuzz_corpus[i]; i++)
    {
      g_autoptr (GString) text = g_string_new (fuzz_corpus[i]);

      for (guint round = 0; round < ROUNDS; round++)
        {
          mutate (text, random);
          run_bytes (text->str, text->len);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/fuzz/corpus", test_corpus);
  g_test_add_func ("/fuzz/mutations", test_mutations);
  return cor_test_run ();
}
