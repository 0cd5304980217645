/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-rates"

#include "config.h"

#include "cor-store-rates.h"

#include "cor-db.h"

#define MONTH_ENDS "/org/corridordesk/Corridor/rates/ecb-month-ends.tsv"

/* A job that puts, and how far it came: the history since 1999 takes more than one transaction. */
typedef struct
{
  CorRateSheet *sheet;
  char         *source;
  guint         day;
  guint         rate;
  guint         n_put;
} Put;

static void
put_free (Put *put)
{
  g_clear_pointer (&put->sheet, cor_rate_sheet_free);
  g_free (put->source);
  g_free (put);
}

/* The next day of the sheet, with its rates; left as it is where what is here is better. */
static void
put_day (CorDb *db,
         Put   *put)
{
  const GArray *rates = put->sheet->rates;
  guint32       day = g_array_index (put->sheet->days, guint32, put->day++);
  gboolean      is_taken;

  cor_db_run (db, "rate-day-put", "ls", (gint64) day, put->source);
  is_taken = cor_db_get_n_changed (db) > 0;
  if (is_taken)
    {
      put->n_put++;
      cor_db_run (db, "rate-clear", "l", (gint64) day);
    }
  for (; put->rate < rates->len && g_array_index (rates, CorRate, put->rate).day == day; put->rate++)
    {
      const CorRate *rate = &g_array_index (rates, CorRate, put->rate);

      if (is_taken)
        cor_db_run (db, "rate-put", "lsll", (gint64) day, rate->currency, rate->rate.digits, (gint64) rate->rate.scale);
    }
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  Put *put = data;

  while (put->day < put->sheet->days->len)
    {
      put_day (db, put);
      if (cor_db_is_late (db) && put->day < put->sheet->days->len)
        return COR_STORE_AGAIN;
    }
  if (put->n_put > 0)
    cor_db_touch_topics (db, COR_TOPIC_RATES);
  /* one more, for %NULL is a failure */
  return GUINT_TO_POINTER (put->n_put + 1);
}

/**
 * cor_store_put_rates_async:
 * @sheet: (transfer full)
 * @source: one of the COR_RATES_ constants
 *
 * Puts publications in, in several transactions where they are many; a day that is here already is replaced, unless what is here
 * is real and @sheet is simulated, or @sheet holds the month-end figures that are carried in the program.
 */
void
cor_store_put_rates_async (CorStore           *store,
                           CorRateSheet       *sheet,
                           const char         *source,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  Put *put = g_new0 (Put, 1);

  put->sheet = sheet;
  put->source = g_strdup (source);
  cor_store_run_async (store, COR_STORE_SYNC, put_job, put, (GDestroyNotify) put_free, NULL, cancellable, callback, user_data);
}

/**
 * cor_store_put_rates_finish:
 * @n_days: (out) (optional): how many days were put in or replaced
 */
gboolean
cor_store_put_rates_finish (CorStore     *store,
                            GAsyncResult *result,
                            guint        *n_days,
                            GError      **error)
{
  guint answer = GPOINTER_TO_UINT (cor_store_run_finish (store, result, error));

  if (n_days != NULL)
    *n_days = answer > 0 ? answer - 1 : 0;
  return answer > 0;
}

/* The last day that is carried tells whether they are here. */
static gpointer
carry_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  Put *put = data;

  if (put->sheet == NULL)
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (MONTH_ENDS, 0, NULL);

      put->sheet = cor_rate_sheet_parse_month_ends (g_bytes_get_data (bytes, NULL), error);
      if (put->sheet == NULL)
        return NULL;
      if (cor_db_get_int (db, "rate-day-has", "l", (gint64) g_array_index (put->sheet->days, guint32, put->sheet->days->len - 1)) != 0)
        return GUINT_TO_POINTER (1);
    }
  return put_job (db, put, error);
}

/**
 * cor_store_carry_rates_async:
 *
 * Puts the month-end figures in that the program carries, so that there is something to show before the first fetch. It does nothing when
 * they are here.
 */
void
cor_store_carry_rates_async (CorStore           *store,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  Put *put = g_new0 (Put, 1);

  put->source = g_strdup (COR_RATES_MONTH_END);
  cor_store_run_async (store, COR_STORE_SYNC, carry_job, put, (GDestroyNotify) put_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_carry_rates_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

typedef struct
{
  char   *base;
  char   *quote;
  guint32 from;
  guint32 to;
} Ask;

static void
ask_free (Ask *ask)
{
  g_free (ask->base);
  g_free (ask->quote);
  g_free (ask);
}

static Ask *
ask_new (const char  *base,
         const char  *quote,
         const GDate *from,
         const GDate *to)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->base = g_strdup (base);
  ask->quote = g_strdup (quote);
  ask->from = from != NULL ? g_date_get_julian (from) : 0;
  ask->to = g_date_get_julian (to);
  return ask;
}

/* The euro itself is never published. */
static CorDecimal
read_leg (sqlite3_stmt *row,
          int           column,
          const char   *currency)
{
  if (g_str_equal (currency, "EUR"))
    return COR_DECIMAL_ONE;
  return (CorDecimal){ cor_column_int (row, column), (guint) cor_column_int (row, column + 1) };
}

static CorReference
read_reference (sqlite3_stmt *row,
                const Ask    *ask)
{
  CorReference reference = { .eur_base = read_leg (row, 2, ask->base), .eur_quote = read_leg (row, 4, ask->quote) };

  g_date_clear (&reference.day, 1);
  g_date_set_julian (&reference.day, (guint32) cor_column_int (row, 0));
  reference.source = g_intern_string (cor_column_text (row, 1));
  return reference;
}

static gpointer
find_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const Ask     *ask = data;
  CorRateAnswer *answer = g_new0 (CorRateAnswer, 1);
  sqlite3_stmt  *row = cor_db_query (db, "rate-find", "ssl", ask->base, ask->quote, (gint64) ask->to);
  gint64         last;

  while (cor_db_next (db, row))
    {
      answer->is_found = TRUE;
      answer->reference = read_reference (row, ask);
    }
  g_date_clear (&answer->last_available, 1);
  last = cor_db_get_int (db, "rate-last", "ssl", ask->base, ask->quote, (gint64) ask->to);
  if (last > 0)
    g_date_set_julian (&answer->last_available, (guint32) last);
  return answer;
}

/**
 * cor_store_find_rate_async:
 * @day: valid
 *
 * The last publication on or before @day (fx.md §3). A leg that was not published then is not looked for on another day.
 */
void
cor_store_find_rate_async (CorStore           *store,
                           const char         *base,
                           const char         *quote,
                           const GDate        *day,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, find_job, ask_new (base, quote, NULL, day), (GDestroyNotify) ask_free, g_free, cancellable,
                       callback, user_data);
}

/**
 * cor_store_find_rate_finish:
 *
 * Returns: (transfer full) (nullable): to be freed with g_free()
 */
CorRateAnswer *
cor_store_find_rate_finish (CorStore     *store,
                            GAsyncResult *result,
                            GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const Ask    *ask = data;
  GArray       *references = g_array_new (FALSE, FALSE, sizeof (CorReference));
  sqlite3_stmt *row = cor_db_query (db, "rate-list", "ssll", ask->base, ask->quote, (gint64) ask->from, (gint64) ask->to);

  while (cor_db_next (db, row))
    g_array_append_val (references, *(CorReference[]){ read_reference (row, ask) });
  return references;
}

/**
 * cor_store_load_rates_async:
 * @from: first day
 * @to: last day
 *
 * Every publication of those days, also those on which a leg is absent: a chart shows the gap.
 */
void
cor_store_load_rates_async (CorStore           *store,
                            const char         *base,
                            const char         *quote,
                            const GDate        *from,
                            const GDate        *to,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, ask_new (base, quote, from, to), (GDestroyNotify) ask_free,
                       (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_load_rates_finish:
 *
 * Returns: (transfer full) (element-type CorReference) (nullable): the oldest first, as cor_reference_find_on() takes them
 */
GArray *
cor_store_load_rates_finish (CorStore     *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
