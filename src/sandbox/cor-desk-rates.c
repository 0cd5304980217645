/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-rates"

#include "config.h"

#include "cor-date.h"
#include "cor-desk-dispatch.h"
#include "cor-rate-series.h"

#include <string.h>

#define FIRST_DAY "1999-01-04"
#define LOOK_BACK_DAYS 14
#define SHORT_FILE_DAYS 90

/*
 * Frankfurter's v1 and the ECB's files (fx.md §2, §4), of made-up rates, which say so: "simulated" in JSON, another sender in XML. Numbers are
 * written as they are, which no JSON builder does; what is put together holds digits, codes and days of ours alone.
 */

/* What a call asks for. */
typedef struct
{
  CorDeskRequest *request; /* borrowed */
  CorRateSeries  *series;
  CorDecimal      amount;
  int             base;    /* -1: the euro */
  gboolean       *symbols; /* owned, one a currency; the last one is the euro */
  guint           n_symbols;
  GDate           newest;
} Question;

static void
question_clear (Question *question)
{
  g_free (question->symbols);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static void
fail (CorDeskRequest *request,
      guint           status,
      const char     *message)
{
  g_autofree char *text = g_strdup_printf ("{\"message\":\"%s\"}", message);

  cor_desk_answer_text (request, status, "application/json; charset=utf-8", text);
}

/* The number of a currency; -1 the euro, -2 none. */
static int
find_currency (CorRateSeries *series,
               const char    *code)
{
  GPtrArray *currencies = cor_rate_series_get_currencies (series);

  if (g_ascii_strcasecmp (code, "EUR") == 0)
    return -1;
  for (guint i = 0; i < currencies->len; i++)
    if (g_ascii_strcasecmp (currencies->pdata[i], code) == 0)
      return (int) i;
  return -2;
}

/* "symbols=USD,CNY": unknown ones are as if not said (fx.md §4). */
static gboolean
read_symbols (Question   *question,
              const char *list)
{
  guint n = cor_rate_series_get_currencies (question->series)->len;
  g_auto (GStrv) codes = g_strsplit (list != NULL ? list : "", ",", -1);

  question->symbols = g_new0 (gboolean, n + 1);
  question->n_symbols = n + 1;
  for (guint i = 0; i <= n && list == NULL; i++)
    question->symbols[i] = TRUE;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      int place = find_currency (question->series, codes[i]);

      if (place >= -1)
        question->symbols[place == -1 ? (int) n : place] = TRUE;
    }
  return list == NULL || codes[0] == NULL || codes[1] != NULL || find_currency (question->series, codes[0]) != question->base;
}

static const char *
get_query (CorDeskRequest *request,
           const char     *name,
           const char     *alias)
{
  const char *value = cor_desk_request_query (request, name);

  return value != NULL ? value : cor_desk_request_query (request, alias);
}

static gboolean
read_question (Question       *question,
               CorDeskRequest *request)
{
  const char *base = get_query (request, "base", "from");
  const char *amount = cor_desk_request_query (request, "amount");

  question->request = request;
  question->series = cor_rate_series_get_default ();
  question->amount = COR_DECIMAL_ONE;
  question->base = base != NULL ? find_currency (question->series, base) : -1;
  cor_rate_series_get_newest (request->now, &question->newest);
  if (question->base == -2)
    fail (request, 404, "not found");
  else if (amount != NULL && (!cor_decimal_parse (amount, &question->amount, NULL) || question->amount.digits <= 0))
    fail (request, 422, "invalid amount");
  else if (!read_symbols (question, get_query (request, "symbols", "to")))
    fail (request, 422, "bad currency pair");
  else
    return TRUE;
  return FALSE;
}

/* The bands of fx.md §4, "Rounding". */
static CorDecimal
shorten (CorDecimal value)
{
  static const struct
  {
    CorDecimal above;
    guint      decimals;
  } bands[] = { { { 5000, 0 }, 0 }, { { 80, 0 }, 2 }, { { 20, 0 }, 3 }, { { 1, 0 }, 4 }, { { 1, 4 }, 5 } };
  CorDecimal rounded = value;
  guint      decimals = 6;

  for (gsize i = G_N_ELEMENTS (bands); i > 0; i--)
    if (cor_decimal_compare (value, bands[i - 1].above) > 0)
      decimals = bands[i - 1].decimals;
  cor_decimal_round (value, decimals, COR_ROUNDING_HALF_UP, &rounded);
  return rounded;
}

/* As published for one euro; else rounded, divided and rounded again, as the service does it. */
static gboolean
get_answer (const Question *question,
            int             currency,
            const GDate    *day,
            CorDecimal     *answer)
{
  CorDecimal base = COR_DECIMAL_ONE;
  CorDecimal rate = COR_DECIMAL_ONE;

  if (currency >= 0 && !cor_rate_series_get_rate (question->series, (guint) currency, day, &rate))
    return FALSE;
  if (question->base >= 0 && !cor_rate_series_get_rate (question->series, (guint) question->base, day, &base))
    return FALSE;
  if (question->base == -1 && cor_decimal_compare (question->amount, COR_DECIMAL_ONE) == 0)
    *answer = rate;
  else
    {
      CorDecimal ratio;

      if (!cor_decimal_divide (shorten (rate), shorten (base), 16, COR_ROUNDING_HALF_UP, &ratio) ||
          !cor_decimal_divide (ratio, COR_DECIMAL_ONE, 9, COR_ROUNDING_HALF_UP, &ratio) || ratio.digits > G_MAXINT64 / question->amount.digits)
        return FALSE;
      *answer = shorten ((CorDecimal){ ratio.digits * question->amount.digits, ratio.scale + question->amount.scale });
    }
  return TRUE;
}

/* {"AUD":1.7,…}; FALSE: none of them was quoted that day. */
static gboolean
add_day (GString        *text,
         const Question *question,
         const GDate    *day)
{
  GPtrArray *currencies = cor_rate_series_get_currencies (question->series);
  gboolean   is_first = TRUE;

  g_string_append_c (text, '{');
  for (guint i = 0; i < question->n_symbols; i++)
    {
      int              currency = i < currencies->len ? (int) i : -1;
      g_autofree char *number = NULL;
      CorDecimal       rate;

      if (!question->symbols[i] || currency == question->base || !get_answer (question, currency, day, &rate))
        continue;
      number = cor_decimal_to_string (cor_decimal_strip (rate));
      g_string_append_printf (text, "%s\"%s\":%s", is_first ? "" : ",", currency >= 0 ? (const char *) currencies->pdata[i] : "EUR", number);
      is_first = FALSE;
    }
  g_string_append_c (text, '}');
  return !is_first;
}

static void
add_head (GString        *text,
          const Question *question)
{
  GPtrArray       *currencies = cor_rate_series_get_currencies (question->series);
  g_autofree char *amount = cor_decimal_to_string (question->amount);

  g_string_append_printf (text, "{\"simulated\":true,\"amount\":%s%s,\"base\":\"%s\"", amount, strchr (amount, '.') != NULL ? "" : ".0",
                          question->base >= 0 ? (const char *) currencies->pdata[question->base] : "EUR");
}

/* The tag changes with the newest day in the answer (fx.md §4). */
static void
answer_json (CorDeskRequest *request,
             GString        *text,
             const char     *newest)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, newest, -1);

  g_free (request->etag);
  request->etag = g_strdup_printf ("\"%s\"", sum);
  cor_desk_answer_text (request, 200, "application/json; charset=utf-8", text->str);
}

static void
answer_day (Question    *question,
            const GDate *asked)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) rates = g_string_new (NULL);
  g_autofree char *date = NULL;
  GDate            day = g_date_compare (asked, &question->newest) > 0 ? question->newest : *asked;

  for (int i = 0; i <= LOOK_BACK_DAYS; i++, g_date_subtract_days (&day, 1))
    {
      g_string_truncate (rates, 0);
      if (!add_day (rates, question, &day))
        continue;
      date = cor_date_to_string (&day);
      add_head (text, question);
      g_string_append_printf (text, ",\"date\":\"%s\",\"rates\":%s}", date, rates->str);
      answer_json (question->request, text, date);
      return;
    }
  fail (question->request, 404, "not found");
}

static void
answer_range (Question    *question,
              const GDate *from,
              const GDate *to)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) days = g_string_new (NULL);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (GDate day = *from; g_date_compare (&day, to) <= 0 && g_date_compare (&day, &question->newest) <= 0; g_date_add_days (&day, 1))
    {
      g_autofree char *date = cor_date_to_string (&day);
      gsize            before = days->len;

      g_string_append_printf (days, "%s\"%s\":", before > 0 ? "," : "", date);
      if (!add_day (days, question, &day))
        {
          g_string_truncate (days, before);
          continue;
        }
      if (first == NULL)
        first = g_strdup (date);
      g_free (last);
      last = g_steal_pointer (&date);
    }
  if (first == NULL)
    {
      fail (question->request, 404, "not found");
      return;
    }
  add_head (text, question);
  g_string_append_printf (text, ",\"start_date\":\"%s\",\"end_date\":\"%s\",\"rates\":{%s}}", first, last, days->str);
  answer_json (question->request, text, last);
}

/* "latest", a day, or days with two dots between; an open end is today. */
static void
get_rates (CorDeskRequest *request)
{
  g_auto (Question) question = { NULL };
  const char *when = cor_desk_request_param (request, "when");
  g_auto (GStrv) days = g_strsplit (when, "..", 2);
  GDate from;
  GDate to;

  if (!read_question (&question, request))
    return;
  g_date_clear (&from, 1);
  to = question.newest;
  if (g_str_equal (when, "latest") || g_str_equal (when, "current"))
    answer_day (&question, &question.newest);
  else if (!cor_date_parse (days[0], &from) || (days[1] != NULL && *days[1] != '\0' && !cor_date_parse (days[1], &to)))
    fail (request, g_ascii_isdigit (*when) ? 422 : 404, g_ascii_isdigit (*when) ? "invalid date" : "not found");
  else if (days[1] == NULL)
    answer_day (&question, &from);
  else
    answer_range (&question, &from, &to);
}

static void
get_currencies (CorDeskRequest *request)
{
  GPtrArray  *currencies = cor_rate_series_get_currencies (cor_rate_series_get_default ());
  JsonObject *names = json_object_new ();

  /* the real service has names here; the codes do for a practice desk */
  json_object_set_string_member (names, "EUR", "EUR");
  for (guint i = 0; i < currencies->len; i++)
    json_object_set_string_member (names, currencies->pdata[i], currencies->pdata[i]);
  cor_desk_answer_object (request, names);
}

static void
add_xml_day (GString       *text,
             CorRateSeries *series,
             const GDate   *day)
{
  GPtrArray       *currencies = cor_rate_series_get_currencies (series);
  g_autofree char *date = cor_date_to_string (day);
  gsize            before = text->len;
  gboolean         is_empty = TRUE;

  g_string_append_printf (text, "<Cube time='%s'>", date);
  for (guint i = 0; i < currencies->len; i++)
    {
      g_autofree char *number = NULL;
      CorDecimal       rate;

      if (!cor_rate_series_get_rate (series, i, day, &rate))
        continue;
      number = cor_decimal_to_string (rate);
      g_string_append_printf (text, "<Cube currency='%s' rate='%s'/>", (const char *) currencies->pdata[i], number);
      is_empty = FALSE;
    }
  g_string_append (text, "</Cube>\n");
  if (is_empty)
    g_string_truncate (text, before);
}

/* The newest day first. */
static void
answer_xml (CorDeskRequest *request,
            guint           n_days)
{
  g_autoptr (GString) text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                           "<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\" "
                                           "xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\">\n"
                                           "<gesmes:subject>Reference rates</gesmes:subject>"
                                           "<gesmes:Sender><gesmes:name>Corridor sandbox, simulated</gesmes:name></gesmes:Sender>\n<Cube>\n");
  GDate day;
  GDate first;

  cor_date_parse (FIRST_DAY, &first);
  cor_rate_series_get_newest (request->now, &day);
  for (guint i = 0; i < n_days && g_date_compare (&day, &first) >= 0; i++, g_date_subtract_days (&day, 1))
    add_xml_day (text, cor_rate_series_get_default (), &day);
  g_string_append (text, "</Cube>\n</gesmes:Envelope>\n");
  cor_desk_answer_text (request, 200, "text/xml", text->str);
}

static void
get_file (CorDeskRequest *request)
{
  const char *name = cor_desk_request_param (request, "file");

  if (g_str_equal (name, "eurofxref-daily.xml"))
    answer_xml (request, 1);
  else if (g_str_equal (name, "eurofxref-hist-90d.xml"))
    answer_xml (request, SHORT_FILE_DAYS);
  else if (g_str_equal (name, "eurofxref-hist.xml"))
    answer_xml (request, G_MAXUINT);
  else
    cor_desk_fail_html (request, 404);
}

const CorDeskRoute cor_desk_rates_routes[] = {
  { "GET", "/v1/currencies", get_currencies, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/v1/:when", get_rates, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/stats/eurofxref/:file", get_file, COR_DESK_ROUTE_PUBLIC },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
