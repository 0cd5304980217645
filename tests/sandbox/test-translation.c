/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* LibreTranslate as the sandbox serves it (translate.md): simulated, and it says so. */

#include "config.h"

#include "test-desk.h"

#include <string.h>

#define NO_ANSWER       \
  {                     \
    0, NULL, NULL, NULL \
  }

static TestDesk *desk = NULL;

static void
ask (const char *body,
     guint       status,
     const char *part)
{
  g_auto (TestAnswer) answer = NO_ANSWER;

  test_desk_call_as (desk, NULL, "POST", "/translate", body, &answer);
  g_assert_cmpuint (answer.status, ==, status);
  if (strstr (answer.text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, answer.text);
}

static void
test_translate (void)
{
  ask ("{\"q\":\"XQ1X of Ana\",\"source\":\"en\",\"target\":\"pt\",\"format\":\"text\"}", 200, "XQ1X of Ana [simulated, en → pt]");
  ask ("{\"q\":\"Where is the beneficiary bank?\",\"source\":\"en\",\"target\":\"de\"}", 200, "Empfängerbank");
  ask ("{\"q\":\"Wo ist mein Geld geblieben?\",\"source\":\"auto\",\"target\":\"zh-Hans\"}", 200, "[simulated, de → zh-Hans]");
  ask ("{\"q\":\"x\",\"source\":\"en\",\"target\":\"tlh\"}", 400, "not supported");
  ask ("{\"q\":7,\"source\":\"en\",\"target\":\"de\"}", 400, "missing");
}

static void
test_languages (void)
{
  g_auto (TestAnswer) languages = NO_ANSWER;
  g_auto (TestAnswer) settings = NO_ANSWER;

  test_desk_call_as (desk, NULL, "GET", "/languages", NULL, &languages);
  g_assert_nonnull (strstr (languages.text, "zh-Hant"));
  test_desk_call_as (desk, NULL, "GET", "/frontend/settings", NULL, &settings);
  g_assert_nonnull (strstr (settings.text, "\"keyRequired\":false"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  desk = test_desk_new ();
  test_desk_start (desk, NULL);
  g_test_add_func ("/sandbox/translation/translate", test_translate);
  g_test_add_func ("/sandbox/translation/languages", test_languages);
  status = g_test_run ();
  test_desk_free (desk);
  return status;
}
