/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-reply-signature.h"
#include "cor-test-main.h"

static void
test_append (void)
{
  static const struct
  {
    const char *text, *signature, *expected;
  } cases[] = {
    { "Hello.", "Sofia", "Hello.\n\n--\n\nSofia" },
    { "Hello.\n \n", "\nSofia\nCare\n", "Hello.\n\n--\n\nSofia\nCare" },
    { "Hello.", NULL, "Hello." },
    { "Hello.", " \n", "Hello." },
    { "Hello.\n", "", "Hello.\n" },
    /* not twice, however it came there */
    { "Hello.\n\n--\n\nSofia", "Sofia", "Hello.\n\n--\n\nSofia" },
    { "Hello.\n\nSofia\r\nCare\n", "Sofia\nCare", "Hello.\n\nSofia\r\nCare\n" },
    /* a word that ends so is none */
    { "Write to AnnaSofia", "Sofia", "Write to AnnaSofia\n\n--\n\nSofia" },
    { "Sofia, hello.", "Sofia", "Sofia, hello.\n\n--\n\nSofia" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *signed_text = cor_reply_signature_append (cases[i].text, cases[i].signature);

      g_assert_cmpstr (signed_text, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/signature/append", test_append);
  return cor_test_run ();
}
