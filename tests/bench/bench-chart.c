/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-rate-chart.h"
#include "cor-store-rates.h"
#include "cor-test-await.h"
#include "cor-test-processor-time.h"

#include <adwaita.h>
#include <math.h>
#include <stdio.h>

/*
 * Time to draw 27 years of daily rates, as the page of fees does it: bench-chart [ROUNDS]. The rates are made up, one for every
 * weekday; the picture is 1400 × 400 pixels. Drawn as the widget does it, into an image.
 */

static CorRateSheet *
make_rates (void)
{
  CorRateSheet *sheet = cor_rate_sheet_new ();
  GDate         day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 4, G_DATE_JANUARY, 1999);
  for (guint i = 0; i < 27 * 365 + 7; i++, g_date_add_days (&day, 1))
    {
      g_autofree char *rate = g_strdup_printf ("%.4f", 1.15 + 0.2 * sin (i / 700.0) + 0.01 * sin (i * 1.7));

      if (g_date_get_weekday (&day) >= G_DATE_SATURDAY)
        continue;
      cor_rate_sheet_add_day (sheet, &day);
      cor_rate_sheet_add_rate (sheet, &day, "USD", rate, NULL);
    }
  cor_rate_sheet_sort (sheet, NULL);
  return sheet;
}

static void
draw (CorRateChart *chart,
      guint         n_points,
      guint         n_rounds)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1400, 400);
  gint64           best = G_MAXINT64;
  gint64           sum = 0;

  for (guint i = 0; i < n_rounds; i++)
    {
      cairo_t *cr = cairo_create (surface);
      gint64   began_at = cor_test_get_processor_time ();
      gint64   took;

      cor_rate_chart_draw (chart, cr, 1400, 400);
      cairo_surface_flush (surface);
      took = cor_test_get_processor_time () - began_at;
      best = MIN (best, took);
      sum += took;
      cairo_destroy (cr);
    }
  printf ("%s build, %u rates: best %.2f ms, mean %.2f ms of %u\n", COR_BUILD_TYPE, n_points, (double) best / 1000,
          (double) sum / n_rounds / 1000, n_rounds);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  guint            n_rounds = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100;
  g_autofree char *dir = cor_test_make_dir ();
  g_autoptr (CorStore) store = cor_store_open (dir, NULL);
  g_autoptr (CorRateHistory) history = NULL;
  g_auto (CorTestAwait) await = { NULL };
  GtkWidget *chart = NULL;
  guint      n_points = 0;

  adw_init ();
  cor_store_put_rates_async (store, make_rates (), COR_RATES_ECB_FILE, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_rates_finish (store, cor_test_await (&await), NULL, NULL));
  history = cor_rate_history_new (store, 1767225600);
  cor_rate_history_set_range (history, COR_RANGE_ALL);
  cor_rate_history_set_pair (history, "EUR", "USD");
  do
    {
      g_main_context_iteration (NULL, TRUE);
      cor_rate_history_get_points (history, &n_points);
    }
  while (n_points == 0);
  chart = g_object_ref_sink (cor_rate_chart_new ());
  cor_rate_chart_set_history (COR_RATE_CHART (chart), history);
  draw (COR_RATE_CHART (chart), n_points, n_rounds);
  g_object_unref (chart);
  return 0;
}
