/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-json"

#include "config.h"

#include "cor-json.h"
#include "cor-service-error.h"
#include "cor-test-main.h"

#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = cor_json_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return root;
}

static void
test_wrong_types (void)
{
  g_autoptr (JsonNode) root = parse ("{\"n\":null,\"s\":\"x\",\"e\":\"\",\"i\":5,\"d\":2.9,\"b\":true,\"a\":[\"p\",1,null,\"q\"],\"o\":{\"k\":1},"
                                     "\"big\":1e300,\"neg\":-7,\"z\":0,\"empty\":{}}");
  JsonObject              *object = cor_json_as_object (root);
  static const char *const keys[] = { "n", "s", "e", "i", "d", "b", "a", "o", "big", "neg", "z", "empty", "absent" };

  /* No getter minds any type, nor that there is no object. */
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (JsonObject *where = object;; where = NULL)
      {
        g_autofree char *id = cor_json_dup_id (where, keys[i]);
        g_autofree char *text = cor_json_dup_object_text (where, keys[i]);
        g_auto (GStrv) strings = cor_json_dup_strings (where, keys[i]);

        cor_json_get_object (where, keys[i]);
        cor_json_get_array (where, keys[i]);
        cor_json_get_string (where, keys[i]);
        cor_json_get_int (where, keys[i]);
        cor_json_get_bool (where, keys[i]);
        g_assert_cmpint (cor_json_get_time_us (where, keys[i]), >=, 0);
        g_assert_nonnull (strings);
        g_assert_true (where != NULL || (id == NULL && text == NULL && strings[0] == NULL));
        if (where == NULL)
          break;
      }

  g_assert_true (cor_json_has (object, "n"));
  g_assert_false (cor_json_has (object, "absent"));
  g_assert_null (cor_json_get_string (object, "e"));
  g_assert_cmpint (cor_json_get_int (object, "d"), ==, 2);
  g_assert_cmpint (cor_json_get_int (object, "big"), ==, 0);
  g_assert_false (cor_json_get_bool (object, "i"));
}

static void
test_values (void)
{
  g_autoptr (JsonNode) root = parse ("{\"a\":[\"p\",1,null,\"q\"],\"o\":{\"k\":1},\"empty\":{},\"i\":5,\"s\":\"abc\",\"neg\":-7}");
  JsonObject *object = cor_json_as_object (root);
  g_auto (GStrv) strings = cor_json_dup_strings (object, "a");
  g_autofree char *text = cor_json_dup_object_text (object, "o");
  g_autofree char *number = cor_json_dup_id (object, "i");
  g_autofree char *word = cor_json_dup_id (object, "s");

  g_assert_cmpuint (g_strv_length (strings), ==, 2);
  g_assert_cmpstr (strings[1], ==, "q");
  g_assert_cmpstr (text, ==, "{\"k\":1}");
  g_assert_null (cor_json_dup_object_text (object, "empty"));
  g_assert_cmpstr (number, ==, "5");
  g_assert_cmpstr (word, ==, "abc");
  g_assert_null (cor_json_dup_id (object, "neg"));
}

/* Half a pair of units is no character, whoever sends it; a whole one is. */
static void
test_halves (void)
{
  static const char *const cases[][2] = {
    { "\\ud83d\\ude00", "\xf0\x9f\x98\x80" },
    { "\\uD83D\\uDE00!", "\xf0\x9f\x98\x80!" },
    { "a\\ud83db", "a\xef\xbf\xbd"
                   "b" },
    { "\\ude00\\ud83d", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "\\ud83d\\ud83d\\ude00", "\xef\xbf\xbd\xf0\x9f\x98\x80" },
    { "\\ud83d\\n", "\xef\xbf\xbd\n" },
    { "\\\\ud83d", "\\ud83d" },
    { "\\ud83d", "\xef\xbf\xbd" },
    { "\\u9000\\u6b3e", "退款" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"s\":\"%s\"}", cases[i][0]);
      g_autoptr (JsonNode) root = parse (text);

      g_assert_cmpstr (cor_json_get_string (cor_json_as_object (root), "s"), ==, cases[i][1]);
    }
}

static void
test_times (void)
{
  static const struct
  {
    const char *json;
    gint64      us;
  } cases[] = {
    { "1700000000", G_GINT64_CONSTANT (1700000000000000) },
    { "1700000000.25", G_GINT64_CONSTANT (1700000000250000) },
    { "\"2023-11-14T22:13:20Z\"", G_GINT64_CONSTANT (1700000000000000) },
    { "\"2023-11-14T22:13:20.500Z\"", G_GINT64_CONSTANT (1700000000500000) },
    { "\"2023-11-15T06:13:20+08:00\"", G_GINT64_CONSTANT (1700000000000000) },
    { "0", 0 },
    { "null", 0 },
    { "\"yesterday\"", 0 },
    { "-5", 0 },
    { "-5.5", 0 },
    { "[1]", 0 },
    { "9223372036854775807", G_GINT64_CONSTANT (253402300799000000) },
    { "1e300", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"t\":%s}", cases[i].json);
      g_autoptr (JsonNode) root = parse (text);

      g_assert_cmpint (cor_json_get_time_us (cor_json_as_object (root), "t"), ==, cases[i].us);
      g_assert_cmpint (cor_json_get_time (cor_json_as_object (root), "t"), ==, cases[i].us / G_USEC_PER_SEC);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "",
    " ",
    "{",
    "}",
    "[1",
    "1]",
    "{\"a\"}",
    "{'a':1}",
    "/**/{}",
    "{}//",
    "var x = {};",
    "\"open",
    "\xff",
    "{\"a\":\"\xc3\"}",
    "#",
    "<html>",
    "]]]][[[[",
  };
  g_autofree char *deep = NULL;
  g_autofree char *fine = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cor_json_parse (cases[i], strlen (cases[i]), &error));
      g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
    }

  /* Brackets in strings do not count, also behind an escaped quote. */
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "[{");
  fine = g_strdup_printf ("{\"a\":\"\\\"%s\"}", text->str);
  json_node_unref (parse (fine));

  deep = g_strnfill (2000000, '[');
  g_assert_null (cor_json_parse (deep, 2000000, NULL));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/json/wrong-types", test_wrong_types);
  g_test_add_func ("/json/values", test_values);
  g_test_add_func ("/json/halves", test_halves);
  g_test_add_func ("/json/times", test_times);
  g_test_add_func ("/json/refused", test_refused);
  return cor_test_run ();
}
