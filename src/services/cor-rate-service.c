/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-rate-service"

#include "config.h"

#include "cor-rate-service.h"

#include "cor-date.h"
#include "cor-detached-read.h"
#include "cor-ecb-file.h"
#include "cor-json.h"
#include "cor-service-error.h"

/* The file of the last 90 days; a few less, for it may be a day behind. */
#define DAYS_IN_SHORT_FILE 80

typedef struct
{
  CorRateService service;
  GBytes        *body;
  char          *etag;
} Fetch;

static void
fetch_free (Fetch *fetch)
{
  g_clear_pointer (&fetch->body, g_bytes_unref);
  g_free (fetch->etag);
  g_free (fetch);
}

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, message);
  return FALSE;
}

/* One day: currencies and their rates, as text. */
static gboolean
read_day (CorRateSheet *sheet,
          const char   *name,
          JsonObject   *rates,
          GError      **error)
{
  g_autoptr (GList) members = rates != NULL ? json_object_get_members (rates) : NULL;
  GDate day;

  if (rates == NULL || !cor_date_parse (name, &day))
    return fail (error, "The answer has a day that is none");
  cor_rate_sheet_add_day (sheet, &day);
  for (GList *link = members; link != NULL; link = link->next)
    {
      const char *rate = cor_json_get_string (rates, link->data);

      if (cor_rate_sheet_is_code (link->data) && !cor_rate_sheet_add_rate (sheet, &day, link->data, rate != NULL ? rate : "", error))
        return FALSE;
    }
  return TRUE;
}

/* Of another base or amount than one euro the rates are rounded (fx.md §4). */
static gboolean
is_as_published (JsonObject *answer)
{
  const char *amount = cor_json_get_string (answer, "amount");
  CorDecimal  euros = COR_DECIMAL_ZERO;

  return g_strcmp0 (cor_json_get_string (answer, "base"), "EUR") == 0 && amount != NULL && cor_decimal_parse (amount, &euros, NULL) &&
         cor_decimal_compare (euros, COR_DECIMAL_ONE) == 0;
}

/**
 * cor_rate_service_parse_frankfurter:
 * @data: the answer for a range of days, base EUR (fx.md §4)
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE, or COR_MONEY_ERROR for a rate that is none
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): its days
 */
CorRateSheet *
cor_rate_service_parse_frankfurter (const char *data,
                                    gsize       len,
                                    GError    **error)
{
  g_autoptr (JsonNode) root = cor_json_parse_exact (data, len, error);
  g_autoptr (CorRateSheet) sheet = cor_rate_sheet_new ();
  g_autoptr (GList) days = NULL;
  JsonObject *answer = cor_json_as_object (root);
  JsonObject *rates = cor_json_get_object (answer, "rates");

  if (root == NULL)
    return NULL;
  if (rates == NULL || !is_as_published (answer))
    {
      fail (error, "The answer is not a list of euro reference rates");
      return NULL;
    }
  sheet->is_simulated = cor_json_get_bool (answer, "simulated");
  days = json_object_get_members (rates);
  for (GList *link = days; link != NULL; link = link->next)
    if (!read_day (sheet, link->data, cor_json_get_object (rates, link->data), error))
      return NULL;
  return cor_rate_sheet_sort (sheet, error) ? g_steal_pointer (&sheet) : NULL;
}

static gpointer
read_sheet (gpointer data,
            GError **error)
{
  const Fetch *fetch = data;
  gsize        len = 0;
  const char  *text = g_bytes_get_data (fetch->body, &len);

  return fetch->service == COR_RATE_SERVICE_ECB ? cor_ecb_file_parse (text, len, error) : cor_rate_service_parse_frankfurter (text, len, error);
}

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = cor_http_send_finish (COR_HTTP (source), result, &error);
  Fetch *fetch = g_task_get_task_data (task);

  if (response == NULL || (response->status != 304 && !cor_http_response_check (response, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  fetch->etag = g_strdup (response->etag);
  if (response->status == 304)
    {
      g_task_return_pointer (task, cor_rate_sheet_new (), (GDestroyNotify) cor_rate_sheet_free);
      return;
    }
  fetch->body = response->body != NULL ? g_bytes_ref (response->body) : g_bytes_new (NULL, 0);
  cor_detached_read_run (task, read_sheet, (GDestroyNotify) cor_rate_sheet_free);
}

static CorHttpRequest *
make_request (CorRateService service,
              const GDate   *from,
              const GDate   *today)
{
  g_autofree char *day = NULL;
  g_autofree char *range = NULL;

  if (service == COR_RATE_SERVICE_ECB)
    return cor_http_request_new ("GET", "stats", "eurofxref",
                                 g_date_days_between (from, today) < DAYS_IN_SHORT_FILE ? "eurofxref-hist-90d.xml" : "eurofxref-hist.xml", NULL);
  day = cor_date_to_string (from);
  range = g_strconcat (day, "..", NULL);
  return cor_http_request_new ("GET", "v1", range, NULL);
}

/**
 * cor_rate_service_fetch_async:
 * @http: of the service's origin, without a token
 * @from: the first day that is wanted; there may come more
 * @today: what day it is
 * @etag: (nullable): of the last answer to the same question
 *
 * Asks for all publications since @from. Main thread; the answer is read in another.
 */
void
cor_rate_service_fetch_async (CorHttp            *http,
                              CorRateService      service,
                              const GDate        *from,
                              const GDate        *today,
                              const char         *etag,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (http, cancellable, callback, user_data);
  g_autoptr (CorHttpRequest) request = make_request (service, from, today);
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->service = service;
  g_task_set_source_tag (task, cor_rate_service_fetch_async);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  cor_http_request_set_wants_json (request, FALSE);
  cor_http_request_set_etag (request, etag);
  cor_http_send_async (http, request, cancellable, on_answer, g_steal_pointer (&task));
}

/**
 * cor_rate_service_fetch_finish:
 * @etag: (out) (transfer full) (optional) (nullable): for the next question
 * @error: COR_SERVICE_ERROR, or COR_MONEY_ERROR for a rate that is none
 *
 * Returns: (transfer full) (nullable): the publications, none when nothing changed since @etag
 */
CorRateSheet *
cor_rate_service_fetch_finish (CorHttp      *http,
                               GAsyncResult *result,
                               char        **etag,
                               GError      **error)
{
  Fetch *fetch = g_task_get_task_data (G_TASK (result));

  if (etag != NULL)
    *etag = g_strdup (fetch->etag);
  return g_task_propagate_pointer (G_TASK (result), error);
}
