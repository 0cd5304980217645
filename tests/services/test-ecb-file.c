/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* The ECB's files in their three forms, and what is refused. With CORRIDOR_TEST_DATA the real history too. */

#include "config.h"

#include "cor-ecb-file.h"

#include "cor-date.h"
#include "cor-money-error.h"
#include "cor-test-main.h"

#include <string.h>

static CorRateSheet *
parse_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  CorRateSheet *sheet = cor_ecb_file_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return sheet;
}

static void
assert_refused (const char *text,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorRateSheet) sheet = cor_ecb_file_parse (text, strlen (text), &error);

  g_assert_null (sheet);
  g_assert_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

/* The rate of a day as text, or NULL where there is none. */
static char *
dup_rate (const CorRateSheet *sheet,
          const char         *day,
          const char         *currency)
{
  GDate date;

  g_assert_true (cor_date_parse (day, &date));
  for (guint i = 0; i < sheet->rates->len; i++)
    {
      const CorRate *rate = &g_array_index (sheet->rates, CorRate, i);

      if (rate->day == g_date_get_julian (&date) && g_str_equal (rate->currency, currency))
        return cor_decimal_to_string (rate->rate);
    }
  return NULL;
}

static void
assert_rate (const CorRateSheet *sheet,
             const char         *day,
             const char         *currency,
             const char         *expected)
{
  g_autofree char *rate = dup_rate (sheet, day, currency);

  g_assert_cmpstr (rate, ==, expected);
}

static void
test_csv_history (void)
{
  g_autoptr (CorRateSheet) sheet = parse_good ("Date,USD,JPY,HRK,,what it is,\n"
                                               "2026-04-13,1.1684,186.75,N/A,,x,\n"
                                               "2026-04-10,1.1711,186.4,,,y,\n");

  g_assert_cmpuint (sheet->days->len, ==, 2);
  g_assert_cmpuint (sheet->rates->len, ==, 4);
  g_assert_cmpuint (g_array_index (sheet->days, guint32, 0), <, g_array_index (sheet->days, guint32, 1));
  assert_rate (sheet, "2026-04-13", "USD", "1.1684");
  assert_rate (sheet, "2026-04-10", "JPY", "186.4");
  assert_rate (sheet, "2026-04-13", "HRK", NULL);
}

static void
test_csv_day (void)
{
  g_autoptr (CorRateSheet) sheet = parse_good ("\xef\xbb\xbf"
                                               "Date, USD, JPY, \r\n13 April 2026, 1.1684, 366.90, \r\n");

  g_assert_cmpuint (sheet->days->len, ==, 1);
  assert_rate (sheet, "2026-04-13", "JPY", "366.90");
}

#define XML_HEAD                                                                                            \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><g:Envelope xmlns:g=\"http://www.gesmes.org/xml/2002-08-01\" " \
  "xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\"><g:subject>Reference rates</g:subject><Cube>"

static void
test_xml (void)
{
  g_autoptr (CorRateSheet) sheet = parse_good (XML_HEAD "<Cube time='2026-04-13'><Cube currency='USD' rate=\"1.1684\"/>"
                                                        "<Cube currency='HUF' rate='366.90'/></Cube><Cube time='2026-04-10'>"
                                                        "<Cube currency='USD' rate='1.1711'/></Cube></Cube></g:Envelope>");

  g_assert_cmpuint (sheet->days->len, ==, 2);
  assert_rate (sheet, "2026-04-13", "HUF", "366.90");
  assert_rate (sheet, "2026-04-10", "USD", "1.1711");
}

static void
test_refused (void)
{
  assert_refused ("", "Date");
  assert_refused ("<html><body>Not found</body></html>", "no rates");
  assert_refused ("Date,USD,\n", "no rates");
  assert_refused ("Date,USD,\n2026-04-13,1,1684,\n", "Line 2: it has not as many fields");
  assert_refused ("Date,USD,\n\n2026-04-13,0,\n", "Line 3: 2026-04-13, USD: “0” is not a rate");
  assert_refused ("Date,USD,\n2026-04-13,1e3,\n", "“1e3” is not a rate");
  assert_refused ("Date,USD,\n2026-04-31,1.1,\n", "Line 2: it does not begin with a day");
  assert_refused ("Date,USD,\n2026-04-13,1.1,\n2026-04-13,1.2,\n", "2026-04-13  stands there twice");
  assert_refused ("Date,USD,USD,\n2026-04-13,1.1,1.1,\n", "2026-04-13 USD stands there twice");
  assert_refused (XML_HEAD "<Cube time='2026-04-13'><Cube currency='USD' rate='1,1476'/></Cube></Cube></g:Envelope>", "“1,1476” is not a rate");
  assert_refused (XML_HEAD "<Cube currency='USD' rate='1.1'/></Cube></g:Envelope>", "outside of a day");
  assert_refused (XML_HEAD "<Cube time='13 April'/></Cube></g:Envelope>", "2026-04-13");
  assert_refused (XML_HEAD "<Cube time='2026-04-13'><Cube currency='USD' rate='1.1'/>", "cut short");
}

/* An entity that would grow to gigabytes, and one that would read a file, are nothing to this reader. */
static void
test_hostile_xml (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorRateSheet) sheet = NULL;
  const char *text = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                     "<Cube xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\"><Cube time='2026-04-13'>&b;&c;"
                     "<Cube currency='USD' rate='1.1'/></Cube></Cube>";

  sheet = cor_ecb_file_parse (text, strlen (text), &error);
  if (sheet != NULL)
    assert_rate (sheet, "2026-04-13", "USD", "1.1");
  else
    g_assert_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID);
}

static void
test_real_history (void)
{
  const char      *folder = g_getenv ("CORRIDOR_TEST_DATA");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "ecb-eurofxref-hist.csv", NULL) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (CorRateSheet) sheet = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("CORRIDOR_TEST_DATA names no folder with ecb-eurofxref-hist.csv");
      return;
    }
  sheet = parse_good (text);
  g_assert_cmpuint (sheet->days->len, ==, 6983);
  assert_rate (sheet, "2026-04-13", "USD", "1.1684");
  assert_rate (sheet, "1999-01-04", "JPY", "133.73");
  assert_rate (sheet, "2026-01-02", "BGN", NULL);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/ecb-file/csv-history", test_csv_history);
  g_test_add_func ("/ecb-file/csv-day", test_csv_day);
  g_test_add_func ("/ecb-file/xml", test_xml);
  g_test_add_func ("/ecb-file/refused", test_refused);
  g_test_add_func ("/ecb-file/hostile-xml", test_hostile_xml);
  g_test_add_func ("/ecb-file/real-history", test_real_history);
  return cor_test_run ();
}
