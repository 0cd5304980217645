/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Reference rates: the vectors of the contract (COR_FX_EXAMPLES names fx-examples.json), and over the ECB's own
 * file where CORRIDOR_TEST_DATA has it. */

#include "config.h"

#include "cor-reference.h"
#include "cor-test-main.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

static char **history_lines; /* owned, of the ECB's file */

static CorDecimal
parse (const char *text)
{
  CorDecimal decimal = COR_DECIMAL_ZERO;

  g_assert_true (cor_decimal_parse (text, &decimal, NULL));
  return decimal;
}

static void
parse_day (const char *text,
           GDate      *day)
{
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5), (GDateYear) atoi (text));
  g_assert_true (g_date_valid (day));
}

static void
assert_decimal (CorDecimal  decimal,
                const char *expected)
{
  g_autofree char *text = cor_decimal_to_string (decimal);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_cross (const CorReference *reference,
              guint               significant,
              const char         *expected)
{
  CorDecimal cross;

  g_assert_true (cor_reference_get_cross (reference, significant, &cross));
  assert_decimal (cross, expected);
}

static gint64
get_time (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (time);
}

static void
test_published_at (void)
{
  static const struct
  {
    const char *day;
    const char *at;
  } cases[] = {
    { "2026-01-15", "2026-01-15T15:00:00Z" },
    { "2026-07-15", "2026-07-15T14:00:00Z" },
    { "2026-03-27", "2026-03-27T15:00:00Z" },
    { "2026-03-30", "2026-03-30T14:00:00Z" },
    { "2026-10-23", "2026-10-23T14:00:00Z" },
    { "2026-10-26", "2026-10-26T15:00:00Z" },
    { "1999-01-04", "1999-01-04T15:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate day;

      parse_day (cases[i].day, &day);
      g_assert_cmpint (cor_reference_get_published_at (&day), ==, get_time (cases[i].at));
    }
}

/* The order of 04:42 on 15 June 2023 compares with the 14th (fees.md §5). */
static void
test_before (void)
{
  CorReference references[2];
  CorDecimal   mid;

  parse_day ("2023-06-14", &references[0].day);
  parse_day ("2023-06-15", &references[1].day);
  references[0].eur_base = parse ("1.0809");
  references[1].eur_base = parse ("1.0819");
  references[0].eur_quote = references[1].eur_quote = COR_DECIMAL_ONE;

  g_assert_cmpint (cor_reference_find_before (references, 2, get_time ("2023-06-14T13:59:59Z")), ==, -1);
  g_assert_cmpint (cor_reference_find_before (references, 2, get_time ("2023-06-15T04:42:00Z")), ==, 0);
  g_assert_cmpint (cor_reference_find_before (references, 2, get_time ("2023-06-15T13:59:59Z")), ==, 0);
  g_assert_cmpint (cor_reference_find_before (references, 2, get_time ("2023-06-15T14:00:00Z")), ==, 1);
  g_assert_cmpint (cor_reference_find_before (references, 0, get_time ("2023-06-15T14:00:00Z")), ==, -1);
  assert_cross (&references[0], 4, "0.9252");
  assert_cross (&references[1], COR_REFERENCE_DIGITS, "0.9242998429");

  references[1].eur_quote = COR_DECIMAL_ZERO;
  g_assert_false (cor_reference_get_cross (&references[1], 4, &mid));
}

static JsonNode *
load_contract (void)
{
  const char      *file = g_getenv ("COR_FX_EXAMPLES");
  g_autofree char *text = NULL;

  if (file == NULL)
    {
      g_test_skip ("COR_FX_EXAMPLES names no file");
      return NULL;
    }
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  return json_from_string (text, NULL);
}

/* How the rate service shortens what it answers (fx.md §4). */
static CorDecimal
shorten (CorDecimal value)
{
  static const struct
  {
    CorDecimal above;
    guint      decimals;
  } bands[] = { { { 5000, 0 }, 0 }, { { 80, 0 }, 2 }, { { 20, 0 }, 3 }, { { 1, 0 }, 4 }, { { 1, 4 }, 5 } };
  CorDecimal rounded;
  guint      decimals = 6;

  for (gsize i = G_N_ELEMENTS (bands); i > 0; i--)
    if (cor_decimal_compare (value, bands[i - 1].above) > 0)
      decimals = bands[i - 1].decimals;
  g_assert_true (cor_decimal_round (value, decimals, COR_ROUNDING_HALF_UP, &rounded));
  return rounded;
}

static void
assert_service_value (JsonObject         *cross,
                      const CorReference *reference)
{
  char             expected[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;
  CorDecimal       ratio;
  gboolean         is_from_euro = cor_decimal_compare (reference->eur_base, COR_DECIMAL_ONE) == 0;

  g_ascii_formatd (expected, sizeof expected, "%.10g", json_object_get_double_member (cross, "frankfurter_v1_value"));
  if (is_from_euro)
    ratio = reference->eur_quote;
  else
    g_assert_true (cor_decimal_divide (shorten (reference->eur_quote), shorten (reference->eur_base), 16, COR_ROUNDING_HALF_UP, &ratio));
  text = cor_decimal_to_string (cor_decimal_strip (is_from_euro ? ratio : shorten (ratio)));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_contract_crosses (void)
{
  g_autoptr (JsonNode) root = load_contract ();
  JsonArray *crosses = root != NULL ? json_object_get_array_member (json_node_get_object (root), "crosses") : NULL;

  for (guint i = 0; crosses != NULL && i < json_array_get_length (crosses); i++)
    {
      JsonObject  *cross = json_array_get_object_element (crosses, i);
      CorReference reference = { .eur_base = parse (json_object_get_string_member (cross, "eur_base")),
                                 .eur_quote = parse (json_object_get_string_member (cross, "eur_quote")) };

      assert_cross (&reference, 10, json_object_get_string_member (cross, "cross_10_significant"));
      assert_cross (&reference, 6, json_object_get_string_member (cross, "cross_6_significant"));
      assert_service_value (cross, &reference);
    }
}

static guint
find_column (char      **header,
             const char *code)
{
  for (guint i = 1; header[i] != NULL; i++)
    if (g_str_equal (header[i], code))
      return i;
  g_assert_not_reached ();
}

/* Only the field that is wanted, and without an allocation: there are half a million, and the sanitizers
 * take their time over each. */
static CorDecimal
get_leg (const char *line,
         guint       column)
{
  char text[32];

  if (column == 0)
    return COR_DECIMAL_ONE;
  for (guint i = 0; i < column; i++)
    line = strchr (line, ',') + 1;
  g_strlcpy (text, line, MIN (sizeof text, strcspn (line, ",") + 1));
  return g_str_equal (text, "N/A") ? COR_DECIMAL_ZERO : parse (text);
}

/* The newest day comes first in the file, the oldest in the result. */
static GArray *
load_history (char      **lines,
              const char *base,
              const char *quote)
{
  g_auto (GStrv) header = g_strsplit (lines[0], ",", -1);
  guint   base_column = g_str_equal (base, "EUR") ? 0 : find_column (header, base);
  guint   quote_column = g_str_equal (quote, "EUR") ? 0 : find_column (header, quote);
  GArray *history = g_array_sized_new (FALSE, TRUE, sizeof (CorReference), g_strv_length (lines));

  for (guint i = g_strv_length (lines) - 1; i > 0; i--)
    {
      CorReference reference;

      if (*lines[i] == '\0')
        continue;
      parse_day (lines[i], &reference.day);
      reference.eur_base = get_leg (lines[i], base_column);
      reference.eur_quote = get_leg (lines[i], quote_column);
      g_array_append_val (history, reference);
    }
  return history;
}

/* Seven thousand of them: read once. */
static char **
load_lines (void)
{
  const char      *folder = g_getenv ("CORRIDOR_TEST_DATA");
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;

  if (history_lines != NULL)
    return history_lines;
  file = folder != NULL ? g_build_filename (folder, "ecb-eurofxref-hist.csv", NULL) : NULL;
  if (file != NULL && g_file_get_contents (file, &text, NULL, NULL))
    history_lines = g_strsplit (text, "\n", -1);
  else
    g_test_skip ("CORRIDOR_TEST_DATA has no ecb-eurofxref-hist.csv");
  return history_lines;
}

static void
test_contract_days (void)
{
  g_autoptr (JsonNode) root = load_contract ();
  char     **lines = root != NULL ? load_lines () : NULL;
  JsonArray *crosses = lines != NULL ? json_object_get_array_member (json_node_get_object (root), "crosses") : NULL;

  for (guint i = 0; crosses != NULL && i < json_array_get_length (crosses); i++)
    {
      JsonObject *cross = json_array_get_object_element (crosses, i);
      g_autoptr (GArray) history = load_history (lines, json_object_get_string_member (cross, "base"), json_object_get_string_member (cross, "quote"));
      const CorReference *found;
      GDate               day;
      gssize              index;

      parse_day (json_object_get_string_member (cross, "requested_date"), &day);
      index = cor_reference_find_on ((CorReference *) (gpointer) history->data, history->len, &day);
      g_assert_cmpint (index, >=, 0);
      found = &g_array_index (history, CorReference, index);
      parse_day (json_object_get_string_member (cross, "effective_date"), &day);
      g_assert_cmpint (g_date_compare (&found->day, &day), ==, 0);
      assert_cross (found, 10, json_object_get_string_member (cross, "cross_10_significant"));
    }
}

static void
test_contract_unavailable (void)
{
  g_autoptr (JsonNode) root = load_contract ();
  char     **lines = root != NULL ? load_lines () : NULL;
  JsonArray *cases = lines != NULL ? json_object_get_array_member (json_node_get_object (root), "unavailable") : NULL;

  for (guint i = 0; cases != NULL && i < json_array_get_length (cases); i++)
    {
      JsonObject *item = json_array_get_object_element (cases, i);
      g_autoptr (GArray) history = load_history (lines, "EUR", json_object_get_string_member (item, "currency"));
      CorDecimal cross;
      GDate      day;
      gssize     index;

      parse_day (json_object_get_string_member (item, "date"), &day);
      index = cor_reference_find_on ((CorReference *) (gpointer) history->data, history->len, &day);
      g_assert_true (index < 0 || !cor_reference_get_cross (&g_array_index (history, CorReference, index), 10, &cross));
    }
}

static void
assert_extreme (JsonObject         *window,
                const char         *member,
                const CorReference *found)
{
  JsonArray *pair = json_object_get_array_member (window, member);
  GDate      day;

  parse_day (json_array_get_string_element (pair, 0), &day);
  g_assert_cmpint (g_date_compare (&found->day, &day), ==, 0);
  assert_cross (found, 10, json_array_get_string_element (pair, 1));
}

static void
test_contract_window (void)
{
  g_autoptr (JsonNode) root = load_contract ();
  char      **lines = root != NULL ? load_lines () : NULL;
  JsonObject *window = lines != NULL ? json_object_get_object_member (json_node_get_object (root), "history_window") : NULL;
  g_autoptr (GArray) history = window != NULL ? load_history (lines, json_object_get_string_member (window, "base"), json_object_get_string_member (window, "quote")) : NULL;
  const CorReference *lowest = NULL;
  const CorReference *highest = NULL;
  CorDecimal          sum = COR_DECIMAL_ZERO;
  CorDecimal          mean, low, high;
  gint64              n = 0;
  GDate               from, to;

  if (window == NULL)
    return;
  parse_day (json_object_get_string_member (window, "from"), &from);
  parse_day (json_object_get_string_member (window, "to"), &to);
  for (guint i = 0; i < history->len; i++)
    {
      const CorReference *reference = &g_array_index (history, CorReference, i);
      CorDecimal          cross;

      if (g_date_compare (&reference->day, &from) < 0 || g_date_compare (&reference->day, &to) > 0)
        continue;
      g_assert_true (cor_reference_get_cross (reference, 16, &cross));
      g_assert_true (cor_decimal_add (sum, cross, &sum));
      if (lowest == NULL || cor_decimal_compare (cross, low) < 0)
        {
          lowest = reference;
          low = cross;
        }
      if (highest == NULL || cor_decimal_compare (cross, high) > 0)
        {
          highest = reference;
          high = cross;
        }
      n++;
    }
  g_assert_cmpint (n, ==, json_object_get_int_member (window, "observations"));
  assert_extreme (window, "min", lowest);
  assert_extreme (window, "max", highest);
  g_assert_true (cor_decimal_divide (sum, (CorDecimal){ n, 0 }, 10, COR_ROUNDING_HALF_UP, &mean));
  assert_decimal (mean, json_object_get_string_member (window, "mean_10_significant"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  cor_test_init (&argc, &argv);

  g_test_add_func ("/reference/published-at", test_published_at);
  g_test_add_func ("/reference/before", test_before);
  g_test_add_func ("/reference/contract/crosses", test_contract_crosses);
  g_test_add_func ("/reference/contract/days", test_contract_days);
  g_test_add_func ("/reference/contract/unavailable", test_contract_unavailable);
  g_test_add_func ("/reference/contract/window", test_contract_window);
  status = cor_test_run ();
  g_strfreev (history_lines);
  return status;
}
