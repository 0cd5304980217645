/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-service"

#include "config.h"

#include "cor-payment-service.h"

#include "cor-detached-read.h"
#include "cor-http-error.h"
#include "cor-json.h"
#include "cor-payment-json.h"
#include "cor-service-error.h"

#include <string.h>

typedef struct
{
  CorPaymentQuestion question;
  GBytes            *body;
  char              *etag;
} Ask;

static void
ask_free (Ask *ask)
{
  g_clear_pointer (&ask->body, g_bytes_unref);
  g_free (ask->etag);
  g_free (ask);
}

void
cor_payment_answer_free (CorPaymentAnswer *self)
{
  g_free (self->etag);
  cor_payment_free (self->payment);
  cor_payment_track_free (self->track);
  cor_arrival_free (self->arrival);
  g_strfreev (self->customers);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  cor_payment_limits_free (self->limits);
  cor_ledger_about_free (self->about);
  cor_ledger_policy_free (self->policy);
  g_strfreev (self->changed);
  g_free (self->next);
  g_free (self);
}

static CorPaymentAnswer *
make_answer (CorLookupOutcome outcome,
             const char      *etag)
{
  CorPaymentAnswer *answer = g_new0 (CorPaymentAnswer, 1);

  answer->outcome = outcome;
  answer->etag = g_strdup (etag);
  return answer;
}

static gboolean
read_customers (CorPaymentAnswer *answer,
                JsonArray        *items)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      const char *id = cor_json_get_string (cor_json_array_get_object (items, i), "id");

      if (id != NULL)
        g_strv_builder_add (builder, id);
    }
  answer->customers = g_strv_builder_end (builder);
  if (answer->customers[0] == NULL)
    answer->outcome = COR_LOOKUP_NOT_KNOWN;
  return TRUE;
}

static gboolean
read_payments (CorPaymentAnswer *answer,
               JsonArray        *items,
               GError          **error)
{
  answer->payments = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_free);
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      CorPayment *payment = cor_ledger_read_payment (cor_json_array_get_object (items, i), error);

      if (payment == NULL)
        return FALSE;
      g_ptr_array_add (answer->payments, payment);
    }
  return TRUE;
}

/* Other kinds of changes are no payments. */
static gboolean
read_changes (CorPaymentAnswer *answer,
              JsonArray        *items)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = cor_json_array_get_object (items, i);
      const char *id = cor_json_get_string (item, "id");

      if (id != NULL && g_strcmp0 (cor_json_get_string (item, "kind"), "payment") == 0)
        g_strv_builder_add (builder, id);
    }
  answer->changed = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
is_list (CorPaymentQuestion question)
{
  return question == COR_ASK_LEDGER_CUSTOMERS || question == COR_ASK_LEDGER_PAYMENTS || question == COR_ASK_LEDGER_LIMITS ||
         question == COR_ASK_LEDGER_CHANGES;
}

static gboolean
read_items (CorPaymentAnswer  *answer,
            CorPaymentQuestion question,
            JsonObject        *object,
            GError           **error)
{
  JsonArray *items = cor_json_get_array (object, "items");

  if (items == NULL)
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer is not a list of a ledger");
      return FALSE;
    }
  answer->next = cor_json_dup_string (object, "next");
  if (question == COR_ASK_LEDGER_CUSTOMERS)
    return read_customers (answer, items);
  if (question == COR_ASK_LEDGER_CHANGES)
    return read_changes (answer, items);
  if (question == COR_ASK_LEDGER_PAYMENTS)
    return read_payments (answer, items, error);
  answer->limits = cor_ledger_read_limits (items, error);
  return answer->limits != NULL;
}

/* Returns whether something came. */
static gboolean
read_one (CorPaymentAnswer  *answer,
          CorPaymentQuestion question,
          JsonObject        *object,
          GError           **error)
{
  switch (question)
    {
    case COR_ASK_LEDGER_PAYMENT:
      answer->payment = cor_ledger_read_payment (object, error);
      return answer->payment != NULL;
    case COR_ASK_LEDGER_STATS:
      answer->arrival = cor_ledger_read_arrival (object, error);
      return answer->arrival != NULL;
    case COR_ASK_LEDGER_ABOUT:
      answer->about = cor_ledger_read_about (object, error);
      return answer->about != NULL;
    case COR_ASK_LEDGER_POLICY:
      answer->policy = cor_ledger_read_policy (object, error);
      return answer->policy != NULL;
    case COR_ASK_GPI:
      answer->track = cor_gpi_read_track (object, error);
      return answer->track != NULL;
    case COR_ASK_WISE:
    case COR_ASK_WISE_ESTIMATE:
    case COR_ASK_LEDGER_CUSTOMERS:
    case COR_ASK_LEDGER_PAYMENTS:
    case COR_ASK_LEDGER_LIMITS:
    case COR_ASK_LEDGER_CHANGES:
    default:
      answer->track = cor_wise_read_transfer (object, error);
      return answer->track != NULL;
    }
}

/* In a worker. */
static gpointer
read_answer (gpointer data,
             GError **error)
{
  const Ask  *ask = data;
  gsize       len = 0;
  const char *text = g_bytes_get_data (ask->body, &len);
  g_autoptr (JsonNode) root = cor_json_parse_exact (text, len, error);
  g_autoptr (CorPaymentAnswer) answer = make_answer (COR_LOOKUP_FOUND, ask->etag);
  JsonObject *object = cor_json_as_object (root);

  if (root == NULL)
    return NULL;
  if (is_list (ask->question))
    return read_items (answer, ask->question, object, error) ? g_steal_pointer (&answer) : NULL;
  return read_one (answer, ask->question, object, error) ? g_steal_pointer (&answer) : NULL;
}

/* Of a tracker's refusal, whether it says that it has no such payment (payments.md §2, "Errors"). */
static gboolean
is_unknown_to_tracker (CorHttpResponse *response)
{
  const char *code = cor_json_get_string (cor_json_as_object (response->json), "code");

  if (code == NULL)
    return FALSE;
  if (response->status == 400)
    return strstr (code, "INVA") != NULL || strstr (code, "X004") != NULL;
  return strcmp (code, "SwAP506") != 0;
}

/* Pages that a ledger need not have: whoever says in whatever form that there is none has said it. */
static gboolean
is_optional (CorPaymentQuestion question)
{
  return question == COR_ASK_LEDGER_CHANGES || question == COR_ASK_LEDGER_ABOUT || question == COR_ASK_LEDGER_POLICY;
}

/* “Not known” is an answer; a page in HTML is some proxy's and none. */
static gboolean
is_not_known (CorPaymentQuestion question,
              CorHttpResponse   *response)
{
  if (is_optional (question) && (response->status == 404 || response->status == 405 || response->status == 501))
    return TRUE;
  if (response->json == NULL || (response->status != 404 && response->status != 400))
    return FALSE;
  return question == COR_ASK_GPI ? is_unknown_to_tracker (response) : response->status == 404;
}

static gboolean
check (CorHttpResponse *response,
       GError         **error)
{
  if (response->status == 404 && response->json == NULL)
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "There is no such service at this address");
      return FALSE;
    }
  return cor_http_response_check (response, error);
}

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = cor_http_send_finish (COR_HTTP (source), result, &error);
  Ask              *ask = g_task_get_task_data (task);
  CorPaymentAnswer *answer = NULL;

  if (response != NULL && is_not_known (ask->question, response))
    answer = make_answer (COR_LOOKUP_NOT_KNOWN, NULL);
  else if (response == NULL || !check (response, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  else if (response->status == 204 || response->status == 304)
    {
      answer = make_answer (COR_LOOKUP_EMPTY, response->etag);
      answer->is_unchanged = response->status == 304;
    }
  if (answer != NULL)
    {
      g_task_return_pointer (task, answer, (GDestroyNotify) cor_payment_answer_free);
      return;
    }
  ask->etag = g_strdup (response->etag);
  ask->body = response->body != NULL ? g_bytes_ref (response->body) : g_bytes_new (NULL, 0);
  cor_detached_read_run (task, read_answer, (GDestroyNotify) cor_payment_answer_free);
}

static CorHttpRequest *
make_request (CorPaymentQuestion question,
              const char        *name,
              const char        *detail)
{
  CorHttpRequest *request;

  switch (question)
    {
    case COR_ASK_LEDGER_STATS:
      request = cor_http_request_new ("GET", "ledger", "v1", "stats", NULL);
      cor_http_request_add_query (request, "corridor", name);
      cor_http_request_add_query (request, "rail", detail);
      return request;
    case COR_ASK_LEDGER_CUSTOMERS:
      request = cor_http_request_new ("GET", "ledger", "v1", "customers", NULL);
      cor_http_request_add_query (request, detail, name);
      return request;
    case COR_ASK_LEDGER_PAYMENTS:
      request = cor_http_request_new ("GET", "ledger", "v1", "customers", name, "payments", NULL);
      if (detail != NULL)
        cor_http_request_add_query (request, "cursor", detail);
      return request;
    case COR_ASK_LEDGER_LIMITS:
      return cor_http_request_new ("GET", "ledger", "v1", "customers", name, "limits", NULL);
    case COR_ASK_LEDGER_CHANGES:
      request = cor_http_request_new ("GET", "ledger", "v1", "changes", NULL);
      if (name != NULL)
        cor_http_request_add_query (request, "cursor", name);
      return request;
    case COR_ASK_LEDGER_ABOUT:
      return cor_http_request_new ("GET", "ledger", "v1", NULL);
    case COR_ASK_LEDGER_POLICY:
      return cor_http_request_new ("GET", "ledger", "v1", "policy", NULL);
    case COR_ASK_GPI:
      return cor_http_request_new ("GET", "swift-apitracker", "v6", "payments", name, "transactions", NULL);
    case COR_ASK_WISE:
      return cor_http_request_new ("GET", "v1", "transfers", name, NULL);
    case COR_ASK_WISE_ESTIMATE:
      return cor_http_request_new ("GET", "v1", "delivery-estimates", name, NULL);
    case COR_ASK_LEDGER_PAYMENT:
    default:
      return cor_http_request_new ("GET", "ledger", "v1", "payments", name, NULL);
    }
}

/**
 * cor_payment_service_ask_async:
 * @http: of the service's origin, with its bearer token
 * @name: (nullable): what is asked for; of the statistics the corridor, of changes the cursor, %NULL: from the beginning;
 *   of what the ledger has and of the policy %NULL
 * @detail: (nullable): of the statistics the rail, of customers by what: email, phone or identifier, of their payments
 *   the cursor
 * @etag: (nullable): of the last answer to the same question
 *
 * Main thread; the answer is read in another.
 */
void
cor_payment_service_ask_async (CorHttp            *http,
                               CorPaymentQuestion  question,
                               const char         *name,
                               const char         *detail,
                               const char         *etag,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (http, cancellable, callback, user_data);
  g_autoptr (CorHttpRequest) request = make_request (question, name, detail);
  Ask *ask = g_new0 (Ask, 1);

  ask->question = question;
  g_task_set_source_tag (task, cor_payment_service_ask_async);
  g_task_set_task_data (task, ask, (GDestroyNotify) ask_free);
  /* read exactly, from the text */
  cor_http_request_set_wants_json (request, FALSE);
  cor_http_request_set_etag (request, etag);
  cor_http_send_async (http, request, cancellable, on_answer, g_steal_pointer (&task));
}

/**
 * cor_payment_service_ask_finish:
 * @error: COR_SERVICE_ERROR; that nobody knows the payment is no error
 *
 * Returns: (transfer full) (nullable)
 */
CorPaymentAnswer *
cor_payment_service_ask_finish (CorHttp      *http,
                                GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
