/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-payments"

#include "config.h"

#include "cor-desk-payments.h"

#include "cor-desk-dispatch.h"
#include "cor-desk-ledger.h"
#include "cor-desk-payment-moves.h"

#include <string.h>

#define HOUR 3600
#define FIRST_NUMBER 90001
#define FIRST_TRANSFER 16521600

/* What those payments come to that no conversation is about: 1000 USD at 0.92, 15 EUR taken between, 12 by the bank. */
static const char plain_figures[] =
  "{\"from\":\"US\",\"to\":\"DE\",\"from_currency\":\"USD\",\"to_currency\":\"EUR\",\"amount\":\"1000.00\",\"fee\":\"10.00\",\"converted\":\"920.00\","
  "\"deduction\":\"15.00\",\"received\":\"905.00\",\"bank_fee\":\"12.00\",\"received_after_bank\":\"893.00\",\"returned\":\"908.00\",\"rate\":\"0.92\","
  "\"mid\":\"0.9254\",\"payer\":\"Practice customer\",\"payer_role\":\"customer\",\"payee\":\"B••••• GmbH\",\"last4\":\"3081\",\"bank\":\"ISARDEMMXXX\",\"correspondent\":\"NORDDEFFXXX\"}";

static gboolean
add_plain (CorDeskDb *db,
           gint64     now)
{
  guint           n_scenes = 0;
  const CorScene *scenes = cor_scene_get_all (&n_scenes);

  for (guint i = 0; i < n_scenes; i++)
    {
      g_autofree char *reference = g_strdup_printf ("CP-%u", FIRST_NUMBER + i);
      g_autofree char *uetr = g_strdup_printf ("5a4db0c5-0000-4000-8000-0000000%05u", FIRST_NUMBER + i);

      if (!cor_desk_db_run (db, "INSERT INTO payments (reference, uetr, contact_id, scene, created_at, figures) VALUES (?, ?, NULL, ?, ?, ?)", "sssis", reference,
                            uetr, scenes[i].id, now - (gint64) scenes[i].age * HOUR, plain_figures))
        return FALSE;
    }
  return TRUE;
}

/**
 * cor_desk_payments_prepare:
 * @now: when they are made
 *
 * Makes the table in files that are older than it, and one payment of each scene.
 */
gboolean
cor_desk_payments_prepare (CorDeskDb *db,
                           gint64     now)
{
  if (!cor_desk_db_run (db,
                        "CREATE TABLE IF NOT EXISTS payments (number INTEGER PRIMARY KEY AUTOINCREMENT, reference TEXT NOT NULL UNIQUE, uetr TEXT NOT NULL UNIQUE, "
                        "contact_id INTEGER, scene TEXT NOT NULL, created_at INTEGER NOT NULL, figures TEXT NOT NULL)",
                        "") ||
      !cor_desk_db_run (db, "CREATE INDEX IF NOT EXISTS payments_contact ON payments (contact_id) WHERE contact_id IS NOT NULL", "") || !cor_desk_moves_prepare (db))
    return FALSE;
  return cor_desk_db_int (db, "SELECT 1 FROM payments LIMIT 1", "") == 1 || add_plain (db, now);
}

/**
 * cor_desk_payments_take:
 *
 * The payment that a conversation is about; what became of it is what the conversation says.
 */
gboolean
cor_desk_payments_take (CorDeskDb                      *db,
                        const CorWorkspaceConversation *conversation)
{
  const CorWorkspaceTransfer *transfer = conversation->transfer;

  /* a number drawn twice keeps its first payment */
  return transfer == NULL ||
         cor_desk_db_run (db, "INSERT OR IGNORE INTO payments (reference, uetr, contact_id, scene, created_at, figures) VALUES (?, ?, ?, ?, ?, ?)", "ssisis",
                          transfer->reference, transfer->uetr, (gint64) conversation->contact, cor_scene_find_for_story (transfer->story)->id, transfer->sent_at,
                          transfer->figures_json);
}

/* A problem document (RFC 9457). */
void
cor_desk_ledger_fail (CorDeskRequest *request,
                      guint           status,
                      const char     *title)
{
  cor_desk_answer_object (request, cor_desk_json_new ("type:s", "about:blank", "title:s", title, "status:i", (gint64) status, NULL));
  g_free (request->answer_type);
  request->answer_type = g_strdup ("application/problem+json");
  request->status = status;
}

/* Any agent's token opens these services as well. */
gboolean
cor_desk_ledger_is_allowed (CorDeskRequest *request)
{
  return request->token != NULL && cor_desk_db_int (request->desk->db, "SELECT 1 FROM agents WHERE token = ?", "s", request->token) == 1;
}

static gboolean
read_payment (CorDeskRequest *request,
              CorDeskRows    *rows,
              CorDeskPayment *payment)
{
  if (!cor_desk_rows_next (rows))
    return FALSE;
  cor_desk_payment_clear (payment);
  payment->number = FIRST_TRANSFER + cor_desk_rows_int (rows, 0);
  payment->reference = g_strdup (cor_desk_rows_text (rows, 1));
  payment->uetr = g_strdup (cor_desk_rows_text (rows, 2));
  payment->customer = cor_desk_rows_int (rows, 3);
  payment->scene = cor_scene_find (cor_desk_rows_text (rows, 4));
  payment->created_at = cor_desk_rows_int (rows, 5);
  payment->figures = cor_desk_json_parse_object (cor_desk_rows_text (rows, 6));
  if (payment->scene == NULL)
    return FALSE;
  cor_desk_moves_read (request->desk->db, payment);
  return TRUE;
}

static gboolean
find_payment (CorDeskRequest *request,
              const char     *name,
              CorDeskPayment *payment)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (request->desk->db, &rows,
                      "SELECT number, reference, uetr, contact_id, scene, created_at, figures FROM payments WHERE reference = ?1 OR uetr = ?1", "s", name);
  return read_payment (request, &rows, payment);
}

/* The tag is of the text: it stays as long as nothing changes. */
void
cor_desk_ledger_answer (CorDeskRequest *request,
                        JsonObject     *object)
{
  g_autofree char *sum = NULL;

  cor_desk_answer_object (request, object);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, request->answer);
  g_free (request->etag);
  request->etag = g_strdup_printf ("\"%s\"", sum);
}

static void
get_payment (CorDeskRequest *request)
{
  g_auto (CorDeskPayment) payment = { NULL };

  if (!cor_desk_ledger_is_allowed (request))
    cor_desk_ledger_fail (request, 401, "Unauthorized");
  else if (!find_payment (request, cor_desk_request_param (request, "name"), &payment))
    cor_desk_ledger_fail (request, 404, "No such payment");
  else
    cor_desk_ledger_answer (request, cor_desk_payment_ledger (&payment));
}

static gint64
parse_customer (const char *id)
{
  return g_str_has_prefix (id, "C-") ? g_ascii_strtoll (id + 2, NULL, 10) : 0;
}

static void
get_customer_payments (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_auto (CorDeskPayment) payment = { NULL };
  JsonArray *items = NULL;

  if (!cor_desk_ledger_is_allowed (request))
    {
      cor_desk_ledger_fail (request, 401, "Unauthorized");
      return;
    }
  items = json_array_new ();
  cor_desk_db_select (request->desk->db, &rows,
                      "SELECT number, reference, uetr, contact_id, scene, created_at, figures FROM payments WHERE contact_id = ? ORDER BY created_at DESC", "i",
                      parse_customer (cor_desk_request_param (request, "id")));
  while (read_payment (request, &rows, &payment))
    json_array_add_object_element (items, cor_desk_payment_ledger (&payment));
  cor_desk_ledger_answer (request, cor_desk_json_new ("items:a", items, "next:n", NULL));
}

/* What its newest payment says of the limit: that is what its conversation says of it. */
static void
get_customer_limits (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_auto (CorDeskPayment) payment = { NULL };
  JsonArray  *items = NULL;
  JsonObject *limit = NULL;

  if (!cor_desk_ledger_is_allowed (request))
    {
      cor_desk_ledger_fail (request, 401, "Unauthorized");
      return;
    }
  cor_desk_db_select (request->desk->db, &rows,
                      "SELECT number, reference, uetr, contact_id, scene, created_at, figures FROM payments WHERE contact_id = ? ORDER BY created_at DESC LIMIT 1", "i",
                      parse_customer (cor_desk_request_param (request, "id")));
  if (!read_payment (request, &rows, &payment))
    {
      cor_desk_ledger_fail (request, 404, "No such customer");
      return;
    }
  items = json_array_new ();
  limit = cor_desk_payment_limit (&payment, g_get_real_time () / G_USEC_PER_SEC);
  if (limit != NULL)
    json_array_add_object_element (items, limit);
  cor_desk_ledger_answer (request, cor_desk_json_new ("items:a", items, NULL));
}

static JsonObject *
make_customer (CorDeskRows *rows)
{
  g_autofree char *id = g_strdup_printf ("C-%" G_GINT64_FORMAT, cor_desk_rows_int (rows, 0));
  JsonObject      *kyc = json_object_new ();
  JsonObject      *customer = json_object_new ();

  json_object_set_string_member (kyc, "state", "verified");
  json_object_set_string_member (customer, "id", id);
  json_object_set_string_member (customer, "kind", "person");
  json_object_set_string_member (customer, "name", cor_desk_rows_text (rows, 1));
  json_object_set_object_member (customer, "kyc", kyc);
  json_object_set_boolean_member (customer, "do_not_contact", FALSE);
  return customer;
}

/* By e-mail, phone or identifier, never by name alone (ledger.md). */
static void
get_customers (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *items = NULL;

  if (!cor_desk_ledger_is_allowed (request))
    {
      cor_desk_ledger_fail (request, 401, "Unauthorized");
      return;
    }
  items = json_array_new ();
  cor_desk_db_select (request->desk->db, &rows, "SELECT id, name FROM contacts WHERE lower (email) = lower (?) OR phone_number = ? OR identifier = ? ORDER BY id", "sss",
                      cor_desk_request_query (request, "email"), cor_desk_request_query (request, "phone"), cor_desk_request_query (request, "identifier"));
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (items, make_customer (&rows));
  cor_desk_ledger_answer (request, cor_desk_json_new ("items:a", items, NULL));
}

/* Made-up times that say what they are: the older a payment is, the longer it still takes. */
static void
get_stats (CorDeskRequest *request)
{
  static const struct
  {
    int         age;
    const char *p50;
    const char *p90;
    int         n;
  } rows[] = { { 0, "9", "40", 1114 }, { 24, "7.5", "30", 402 }, { 48, "6", "22", 214 }, { 96, "20", "72", 31 } };
  const char *corridor = cor_desk_request_query (request, "corridor");
  const char *rail = cor_desk_request_query (request, "rail");
  JsonArray  *remaining = NULL;

  if (!cor_desk_ledger_is_allowed (request))
    {
      cor_desk_ledger_fail (request, 401, "Unauthorized");
      return;
    }
  if (corridor == NULL || rail == NULL)
    {
      cor_desk_ledger_fail (request, 400, "corridor and rail are needed");
      return;
    }
  remaining = json_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JsonObject *row = cor_desk_json_new ("age_hours:i", (gint64) rows[i].age, "p50:s", rows[i].p50, "p90:s", rows[i].p90, "n:i", (gint64) rows[i].n, NULL);

      json_array_add_object_element (remaining, row);
    }
  cor_desk_ledger_answer (request, cor_desk_json_new ("corridor:s", corridor, "rail:s", rail, "n:i", (gint64) rows[0].n, "period:s", "simulated", "remaining_hours:a", remaining, NULL));
}

static void
fail_tracker (CorDeskRequest *request,
              guint           status,
              const char     *severity,
              const char     *code,
              const char     *text)
{
  cor_desk_answer_object (request, cor_desk_json_new ("severity:s", severity, "code:s", code, "text:s", text, NULL));
  request->status = status;
}

/* A UETR of nobody is 404 for one half of them and 400 for the other, as both are met (payments.md §2, "Errors"). */
static void
get_track (CorDeskRequest *request)
{
  g_auto (CorDeskPayment) payment = { NULL };
  const char *uetr = cor_desk_request_param (request, "uetr");

  if (!cor_desk_ledger_is_allowed (request))
    fail_tracker (request, 401, "Fatal", "Sw.gpi.FromAuthorizationFailure", "The token is not good");
  else if (strlen (uetr) != 36)
    fail_tracker (request, 400, "Logic", "SwAP501", "That is not a UETR");
  else if (find_payment (request, uetr, &payment) && payment.scene->is_empty)
    cor_desk_answer_bytes (request, 204, NULL, NULL);
  else if (payment.scene != NULL && payment.scene->status != NULL)
    cor_desk_ledger_answer (request, cor_desk_payment_track (&payment));
  else if (g_ascii_xdigit_value (uetr[35]) % 2 == 0)
    fail_tracker (request, 404, "Transient", "Sw.gpi.NoResultFound", "No result was found");
  else
    fail_tracker (request, 400, "Logic", "INVA", "X004: unknown UETR");
}

/* Amounts and rates are numbers there, which no JSON builder writes exactly; these are digits of ours. */
static void
answer_numbers (CorDeskRequest *request,
                JsonObject     *object)
{
  g_autoptr (JsonNode) node = cor_desk_json_node (object);
  g_autofree char *text = cor_desk_json_text (node);
  g_autoptr (GRegex) regex = g_regex_new ("\"(sourceValue|targetValue|rate)\":\"([0-9.]+)\"", 0, 0, NULL);
  g_autofree char *numbers = g_regex_replace (regex, text, -1, 0, "\"\\1\":\\2", 0, NULL);

  cor_desk_answer_text (request, 200, "application/json;charset=UTF-8", numbers);
}

static gboolean
find_transfer (CorDeskRequest *request,
               CorDeskPayment *payment)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64 number = g_ascii_strtoll (cor_desk_request_param (request, "id"), NULL, 10) - FIRST_TRANSFER;

  if (!cor_desk_ledger_is_allowed (request))
    {
      cor_desk_answer_object (request, cor_desk_json_new ("error:s", "unauthorized", "error_description:s", "The token is not good", NULL));
      request->status = 401;
      return FALSE;
    }
  cor_desk_db_select (request->desk->db, &rows, "SELECT number, reference, uetr, contact_id, scene, created_at, figures FROM payments WHERE number = ?", "i", number);
  if (read_payment (request, &rows, payment) && payment->scene->wise != NULL)
    return TRUE;
  cor_desk_fail (request, 404, "not_found");
  return FALSE;
}

static void
get_transfer (CorDeskRequest *request)
{
  g_auto (CorDeskPayment) payment = { NULL };

  if (find_transfer (request, &payment))
    answer_numbers (request, cor_desk_payment_transfer (&payment));
}

static void
get_delivery (CorDeskRequest *request)
{
  g_auto (CorDeskPayment) payment = { NULL };
  g_autofree char *at = NULL;

  if (!find_transfer (request, &payment))
    return;
  at = cor_desk_json_iso (cor_desk_payment_get_delivery (&payment) * G_USEC_PER_SEC);
  cor_desk_answer_object (request, cor_desk_json_new ("estimatedDeliveryDate:s", at, "formattedEstimatedDeliveryDate:s", "in two days", NULL));
}

const CorDeskRoute cor_desk_payments_routes[] = {
  { "GET", "/ledger/v1/payments/:name", get_payment, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/ledger/v1/customers", get_customers, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/ledger/v1/customers/:id/limits", get_customer_limits, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/ledger/v1/customers/:id/payments", get_customer_payments, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/ledger/v1/stats", get_stats, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/swift-apitracker/v6/payments/:uetr/transactions", get_track, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/v1/transfers/:id", get_transfer, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/v1/delivery-estimates/:id", get_delivery, COR_DESK_ROUTE_PUBLIC },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
