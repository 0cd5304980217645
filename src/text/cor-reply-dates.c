/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-dates"

#include "config.h"

#include "cor-reply-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/udat.h>

#include "cor-icu.h"
#include "cor-language.h"

/* A payment of a month ago is another one. */
#define MAX_DAYS_BEFORE 30

/* A day somewhere in a text; two readings where the order of day and month is not known. */
typedef struct
{
  gsize start; /* of the folded text */
  gsize end;
  GDate days[2];
  guint n_days;
} Date;

/* The languages whose months are known. */
static const char *const locales[] = { "en", "es", "pt", "fr", "de", "ar", "ar_LB", "vi", "it", "nl" };

/* Which part of a match is what; 0: it has none. */
typedef struct
{
  const char *pattern;
  guint8      year, month, day;
  gboolean    is_named; /* the month is a word */
} Form;

static const Form forms[] = {
  { "(?<![\\d.,/-])(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?![\\d/-])", 1, 2, 3, FALSE },
  { "(?<![\\d.,/-])(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?![\\d/-])", 4, 3, 1, FALSE },
  { "(?:(\\d{4}) ?\\x{5e74} ?)?(?<!\\d)(\\d{1,2}) ?\\x{6708} ?(\\d{1,2}) ?[\\x{65e5}\\x{53f7}\\x{865f}]", 1, 2, 3, FALSE },
  { "(?<!\\d)(\\d{1,2}) thang (\\d{1,2})(?:,? (?:nam )?(\\d{4}))?(?!\\d)", 3, 2, 1, FALSE },
  { "(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|er|\\.)? (?:de |of )?(\\p{L}{3,}+)\\.?(?:,? (?:de |of )?(\\d{4}))?(?!\\d)", 3, 2, 1, TRUE },
  { "(?<!\\p{L})(\\p{L}{3,}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:, ?(\\d{4}))?(?![\\d.,:%]\\d|\\d)", 3, 1, 2, TRUE },
};

typedef struct
{
  GRegex     *regexes[G_N_ELEMENTS (forms)];
  GHashTable *months; /* folded name → 1 to 12 */
} Tables;

static void
add_months (GHashTable           *months,
            UDateFormat          *format,
            UDateFormatSymbolType type)
{
  for (int32_t i = 0; i < udat_countSymbols (format, type) && i < 12; i++)
    {
      UErrorCode       status = U_ZERO_ERROR;
      UChar            units[64];
      int32_t          n = udat_getSymbols (format, type, i, units, G_N_ELEMENTS (units), &status);
      g_autofree char *name = U_SUCCESS (status) ? cor_icu_to_utf8 (units, n) : NULL;
      CorReplyFolded   folded = { NULL };
      gsize            len;

      if (name == NULL)
        continue;
      cor_reply_fold (name, &folded);
      len = folded.len;
      if (len > 0 && folded.text[len - 1] == '.')
        folded.text[--len] = '\0';
      if (g_utf8_strlen (folded.text, -1) >= 3)
        g_hash_table_insert (months, g_strdup (folded.text), GINT_TO_POINTER (i + 1));
      cor_reply_folded_clear (&folded);
    }
}

static const Tables *
get_tables (void)
{
  static Tables tables;
  static gsize  once = 0;

  if (g_once_init_enter (&once))
    {
      tables.months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
        {
          UErrorCode   status = U_ZERO_ERROR;
          UDateFormat *format = udat_open (UDAT_NONE, UDAT_LONG, locales[i], NULL, 0, NULL, 0, &status);

          if (U_FAILURE (status))
            continue;
          add_months (tables.months, format, UDAT_MONTHS);
          add_months (tables.months, format, UDAT_STANDALONE_MONTHS);
          add_months (tables.months, format, UDAT_SHORT_MONTHS);
          udat_close (format);
        }
      for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
        tables.regexes[i] = g_regex_new (forms[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return &tables;
}

static int
fetch_number (const GMatchInfo *match,
              guint             group)
{
  g_autofree char *text = group > 0 ? g_match_info_fetch (match, (int) group) : NULL;

  return text != NULL && text[0] != '\0' ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

static int
fetch_month (const Tables     *tables,
             const GMatchInfo *match,
             const Form       *form)
{
  g_autofree char *name = form->is_named ? g_match_info_fetch (match, form->month) : NULL;

  return form->is_named ? GPOINTER_TO_INT (g_hash_table_lookup (tables->months, name)) : fetch_number (match, form->month);
}

/* Of a date without a year, the one that is nearest to today. */
static int
guess_year (const CorReplyContext *context,
            int                    month)
{
  int distance;

  if (!g_date_valid (&context->today))
    return 0;
  distance = month - (int) g_date_get_month (&context->today);
  return g_date_get_year (&context->today) + (distance > 6 ? -1 : distance < -6 ? 1
                                                                                : 0);
}

static void
add_reading (Date *date,
             int   year,
             int   month,
             int   day)
{
  if (day < 1 || month < 1 || year < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return;
  g_date_clear (&date->days[date->n_days], 1);
  g_date_set_dmy (&date->days[date->n_days++], (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static void
take (const CorReplyWork *work,
      const Tables       *tables,
      const Form         *form,
      const GMatchInfo   *match,
      GArray             *dates)
{
  Date date = { 0 };
  int  month = fetch_month (tables, match, form);
  int  day = fetch_number (match, form->day);
  int  year = fetch_number (match, form->year);
  int  start = 0;
  int  end = 0;

  if (year == 0 && month > 0)
    year = guess_year (work->context, month);
  add_reading (&date, year, month, day);
  /* 03/04/2026: the fourth of March to some who write English */
  if (form->year == 4 && day != month && (date.n_days == 0 || work->context->language == NULL || cor_language_matches (work->context->language, "en")))
    add_reading (&date, year, day, month);
  g_match_info_fetch_pos (match, 0, &start, &end);
  date.start = (gsize) start;
  date.end = (gsize) end;
  if (date.n_days > 0)
    g_array_append_val (dates, date);
}

/* Days of the calendar, in figures or in words of the languages above. */
static GArray *
find_dates (CorReplyWork *work)
{
  const Tables *tables = get_tables ();
  GArray       *dates = g_array_new (FALSE, FALSE, sizeof (Date));

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match_full (tables->regexes[i], work->folded.text, (gssize) work->folded.len, 0, 0, &match, NULL);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        take (work, tables, &forms[i], match, dates);
    }
  return dates;
}

static gboolean
is_known (const CorReplyContext *context,
          const GDate           *day)
{
  for (guint i = 0; i < context->dates->len; i++)
    if (g_date_compare (&g_array_index (context->dates, GDate, i), day) == 0)
      return TRUE;
  return g_date_valid (&context->expected_from) && g_date_valid (&context->expected_to) &&
         g_date_compare (&context->expected_from, day) <= 0 && g_date_compare (day, &context->expected_to) <= 0;
}

/* A known day with another year, or day and month the other way round. */
static gboolean
is_slip (const CorReplyContext *context,
         const GDate           *day)
{
  for (guint i = 0; i < context->dates->len; i++)
    {
      const GDate *known = &g_array_index (context->dates, GDate, i);

      if (g_date_get_day (known) == g_date_get_day (day) && g_date_get_month (known) == g_date_get_month (day))
        return TRUE;
    }
  return FALSE;
}

/* With what follows the date: the stop of "11. Juni" ends no sentence. */
static void
get_sentence (const CorReplyWork *work,
              const Date         *date,
              gsize              *start,
              gsize              *end)
{
  gsize from = 0;

  cor_reply_work_get_sentence (work, date->start, start, end);
  cor_reply_work_get_sentence (work, date->end, &from, end);
}

/* Nothing can have happened to a payment before it was made; of the days long before, others are spoken of. */
static gboolean
is_before_payment (CorReplyWork *work,
                   const Date   *date,
                   const GDate  *day)
{
  const CorReplyContext *context = work->context;
  gsize                  start = 0;
  gsize                  end = 0;
  int                    distance = g_date_valid (&context->created) ? g_date_days_between (day, &context->created) : 0;

  if (distance <= 0 || distance > MAX_DAYS_BEFORE)
    return FALSE;
  get_sentence (work, date, &start, &end);
  return cor_reply_work_has (work, "happened", start, end);
}

/* When the text says that it arrives, the expected time counts. */
static gboolean
contradicts_arrival (CorReplyWork *work,
                     const Date   *date,
                     const GDate  *day)
{
  const CorReplyContext *context = work->context;
  gsize                  start = 0;
  gsize                  end = 0;

  if (!g_date_valid (&context->expected_to) || (g_date_valid (&context->created) && g_date_compare (day, &context->created) < 0))
    return FALSE;
  get_sentence (work, date, &start, &end);
  return cor_reply_work_has (work, "arrives", start, end);
}

static void
check_date (CorReplyWork *work,
            const Date   *date)
{
  gboolean is_wrong = TRUE;

  for (guint i = 0; i < date->n_days; i++)
    {
      const GDate *day = &date->days[i];

      is_wrong = is_wrong && !is_known (work->context, day) && (is_slip (work->context, day) || is_before_payment (work, date, day) || contradicts_arrival (work, date, day));
    }
  if (is_wrong)
    cor_reply_work_add_folded (work, "date", date->start, date->end,
                               work->context->payment != NULL
                                 ? g_strdup_printf (_ ("This day does not fit what is known of %s."), work->context->payment)
                                 : g_strdup (_ ("This day does not fit what is known of the payment.")),
                               NULL);
}

/* Days that contradict what is known of the payment. */
void
cor_reply_check_dates (CorReplyWork *work)
{
  g_autoptr (GArray) dates = NULL;

  if (!cor_reply_work_wants (work, "date") || (work->context->dates->len == 0 && !g_date_valid (&work->context->expected_to)))
    return;
  dates = find_dates (work);
  for (guint i = 0; i < dates->len; i++)
    check_date (work, &g_array_index (dates, Date, i));
}
