/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-mask.h"
#include "fuzz-main.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  CorMaskFinding   found = COR_MASK_FINDING_NONE;
  CorMaskFinding   again = COR_MASK_FINDING_NONE;
  g_autofree char *masked = cor_mask_secrets (text, &found);
  g_autofree char *twice = cor_mask_secrets (masked, &again);

  g_assert_true (g_utf8_validate (masked, -1, NULL));
  g_assert_true (g_utf8_validate (twice, -1, NULL));
  /* what is masked has no card left in it, and nothing changes without a finding */
  g_assert_false (again & COR_MASK_FINDING_CARD);
  if (found == COR_MASK_FINDING_NONE && g_utf8_validate (text, -1, NULL))
    g_assert_cmpstr (masked, ==, text);
  return 0;
}

const char *const fuzz_corpus[] = {
  "My card is 4111 1111 1111 1111, cvv 123, exp 12/26",
  "OTP: 482 913. 482913 is your verification code",
  "IBAN DE89 3704 0044 0532 0130 00 UETR 97ed4827-7b6f-4491-a06f-b548d5a7512d",
  "\uff14\uff11\uff11\uff11 1111-1111.1111 https://a.example/4111111111111111",
  "+86 138 0013 8000 CP-70231 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
  NULL,
};
