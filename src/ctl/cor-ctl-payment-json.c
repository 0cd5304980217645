/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-payment-json"

#include "config.h"

#include "cor-ctl-payment.h"

#include "cor-ctl-json.h"
#include "cor-document-kind.h"
#include "cor-payment-sentence.h"

/**
 * cor_ctl_payment_add_money:
 *
 * Adds {amount, currency}; null where the amount is not known.
 */
void
cor_ctl_payment_add_money (JsonBuilder *builder,
                           const char  *name,
                           CorMoney     money)
{
  g_autofree char *amount = money.currency != NULL ? cor_money_to_string (money) : NULL;

  json_builder_set_member_name (builder, name);
  if (amount == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "amount", amount);
  cor_ctl_json_text (builder, "currency", money.currency->code);
  json_builder_end_object (builder);
}

static void
add_rate (JsonBuilder *builder,
          const char  *name,
          CorDecimal   rate)
{
  g_autofree char *text = rate.digits > 0 ? cor_decimal_to_string (rate) : NULL;

  cor_ctl_json_text (builder, name, text);
}

static void
begin_list (JsonBuilder *builder,
            const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
begin_object (JsonBuilder *builder,
              const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
add_hops (JsonBuilder     *builder,
          const GPtrArray *hops)
{
  begin_list (builder, "hops");
  for (guint i = 0; i < hops->len; i++)
    {
      const CorPaymentHop *hop = hops->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "agent", hop->agent);
      cor_ctl_json_text (builder, "role", cor_hop_role_get_key (hop->role));
      cor_ctl_json_bool (builder, "holds", hop->is_holder);
      cor_ctl_json_time (builder, "received_at", hop->received_at);
      cor_ctl_json_time (builder, "sent_at", hop->sent_at);
      cor_ctl_payment_add_money (builder, "charge", hop->charge);
      cor_ctl_payment_add_money (builder, "unexplained", hop->unexplained);
      cor_ctl_payment_add_money (builder, "amount", hop->amount);
      add_rate (builder, "rate", hop->rate);
      cor_ctl_json_text (builder, "status", hop->status);
      cor_ctl_json_text (builder, "reason", hop->reason);
      cor_ctl_json_text (builder, "value_date", hop->value_date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_causes (JsonBuilder     *builder,
            const GPtrArray *causes,
            const char      *locale)
{
  begin_list (builder, "causes");
  for (guint i = 0; i < causes->len; i++)
    {
      const CorPaymentCause *cause = causes->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "cause", cor_cause_get_key (cause->cause));
      cor_ctl_json_text (builder, "certainty", cause->is_reported ? "reported" : "likely");
      cor_ctl_json_text (builder, "code", cause->code);
      cor_ctl_json_text (builder, "name", cause->reason != NULL ? cause->reason->name : NULL);
      cor_ctl_json_text (builder, "meaning", cause->reason != NULL ? cor_reason_code_get_meaning (cause->reason, locale) : NULL);
      cor_ctl_json_text (builder, "next", cause->reason != NULL ? cor_reason_code_get_next (cause->reason, locale) : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_estimate (JsonBuilder          *builder,
              const CorPaymentView *view)
{
  begin_object (builder, "estimate");
  cor_ctl_json_text (builder, "basis", cor_estimate_basis_get_key (view->estimate.basis));
  cor_ctl_json_time (builder, "from", view->estimate.from);
  cor_ctl_json_time (builder, "to", view->estimate.to);
  cor_ctl_json_int (builder, "payments", view->estimate.n);
  cor_ctl_json_int (builder, "percent", view->estimate.share);
  json_builder_end_object (builder);
  cor_ctl_json_time (builder, "rail_promise", view->rail_promise);
}

static void
add_documents (JsonBuilder     *builder,
               const GPtrArray *documents,
               const char      *locale)
{
  begin_list (builder, "documents");
  for (guint i = 0; i < documents->len; i++)
    {
      const CorPaymentDocument *document = documents->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "kind", document->kind);
      cor_ctl_json_text (builder, "name", cor_document_kind_get_name (document->kind, locale));
      cor_ctl_json_text (builder, "why", cor_document_kind_get_why (document->kind, locale));
      cor_ctl_json_text (builder, "state", document->state);
      cor_ctl_json_time (builder, "due", document->due);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * cor_ctl_payment_add_limits:
 * @limits: (nullable)
 */
void
cor_ctl_payment_add_limits (JsonBuilder            *builder,
                            const CorPaymentLimits *limits)
{
  begin_list (builder, "limits");
  for (guint i = 0; limits != NULL && i < limits->items->len; i++)
    {
      const CorPaymentLimit *limit = limits->items->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "name", limit->name);
      cor_ctl_json_text (builder, "period", limit->period);
      cor_ctl_payment_add_money (builder, "limit", limit->limit);
      cor_ctl_payment_add_money (builder, "used", limit->used);
      cor_ctl_payment_add_money (builder, "remaining", cor_payment_limit_get_remaining (limit));
      cor_ctl_json_time (builder, "resets_at", limit->resets_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_comparison (JsonBuilder          *builder,
                const CorPaymentView *view)
{
  begin_list (builder, "comparison");
  for (guint i = 0; i < view->lines->len; i++)
    {
      const CorPaymentLine *line = view->lines->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "line", line->key);
      cor_ctl_json_text (builder, "what", line->what);
      cor_ctl_payment_add_money (builder, "quoted", line->quoted);
      cor_ctl_payment_add_money (builder, "actual", line->actual);
      add_rate (builder, "quoted_rate", line->quoted_rate);
      add_rate (builder, "actual_rate", line->actual_rate);
      cor_ctl_json_text (builder, "certainty", cor_amount_certainty_get_key (line->certainty));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "differences");
  for (guint i = 0; i < view->differences->len; i++)
    {
      const CorDifference *difference = view->differences->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "cause", cor_difference_kind_get_key (difference->kind));
      cor_ctl_json_text (builder, "agent", difference->agent);
      cor_ctl_payment_add_money (builder, "amount", difference->amount);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_people (JsonBuilder          *builder,
            const CorPaymentView *view)
{
  begin_object (builder, "payer");
  cor_ctl_json_text (builder, "name", view->payer_name);
  cor_ctl_json_text (builder, "role", view->payer_role);
  json_builder_end_object (builder);
  begin_object (builder, "payee");
  cor_ctl_json_text (builder, "name_masked", view->payee_name);
  cor_ctl_json_text (builder, "country", view->payee_country);
  cor_ctl_json_text (builder, "account_last4", view->payee_last4);
  json_builder_end_object (builder);
}

static void
add_record (JsonBuilder          *builder,
            const CorPaymentView *view)
{
  cor_ctl_json_text (builder, "stage", cor_payment_status_get_key (view->stage));
  cor_ctl_json_text (builder, "uetr", view->uetr);
  cor_ctl_json_text (builder, "rail", view->rail);
  cor_ctl_json_text (builder, "charge_bearer", view->charge_bearer);
  cor_ctl_json_time (builder, "created_at", view->created_at);
  add_people (builder, view);
  cor_ctl_payment_add_money (builder, "send", view->send);
  cor_ctl_payment_add_money (builder, "receive", view->receive);
  cor_ctl_json_text (builder, "receive_certainty", cor_amount_certainty_get_key (view->receive_certainty));
  begin_object (builder, "holder");
  cor_ctl_json_text (builder, "kind", cor_holder_get_key (view->holder));
  cor_ctl_json_text (builder, "agent", view->holder_agent);
  cor_ctl_json_time (builder, "since", view->holder_since);
  json_builder_end_object (builder);
}

static void
add_rest (JsonBuilder          *builder,
          const CorPaymentView *view,
          const CorCtlReader   *reader)
{
  g_autofree char *customer = cor_payment_sentence_for_customer (view, reader->locale, reader->zone, reader->audience);

  add_record (builder, view);
  add_hops (builder, view->hops);
  add_causes (builder, view->causes, reader->locale);
  add_estimate (builder, view);
  cor_ctl_payment_add_money (builder, "credited", view->credited);
  cor_ctl_json_time (builder, "credited_at", view->credited_at);
  cor_ctl_payment_add_money (builder, "returned", view->returned);
  add_documents (builder, view->documents, reader->locale);
  cor_ctl_payment_add_limits (builder, view->limits);
  add_comparison (builder, view);
  cor_ctl_json_bool (builder, "partial", view->is_partial);
  begin_object (builder, "asked_at");
  cor_ctl_json_time (builder, "ledger", view->ledger_at);
  cor_ctl_json_time (builder, "gpi", view->gpi_at);
  cor_ctl_json_time (builder, "wise", view->wise_at);
  json_builder_end_object (builder);
  cor_ctl_json_text (builder, "customer_text", customer);
}

static void
add_procedure (JsonBuilder          *builder,
               const CorPaymentView *view,
               const CorCtlReader   *reader)
{
  const CorStanding *standing = view->standing;

  cor_ctl_json_text (builder, "article", standing->sop);
  cor_ctl_json_text (builder, "owner", standing->owner);
  cor_ctl_json_text (builder, "level", view->level);
  cor_ctl_json_int (builder, "first_minutes", view->first);
  cor_ctl_json_text (builder, "first_by", view->is_first_policy ? "company" : "procedure");
  cor_ctl_json_bool (builder, "large_value", view->is_large);
  begin_list (builder, "goodwill");
  for (guint i = 0; i < view->goodwill->len; i++)
    {
      const CorLedgerGoodwill *goodwill = view->goodwill->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "level", goodwill->level);
      cor_ctl_payment_add_money (builder, "amount", goodwill->amount);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  cor_ctl_json_text (builder, "update", cor_standing_get_update (standing, reader->locale));
  cor_ctl_json_text (builder, "escalation", cor_standing_get_escalation (standing, reader->locale));
}

/**
 * cor_ctl_payment_print_json:
 *
 * One object; its keys do not change. With compliance there are "reference", "status", "label", "held" and of the
 * procedure the name of the fixed text: the same for each of them but the reference.
 */
void
cor_ctl_payment_print_json (const CorPaymentView *view,
                            const CorCtlReader   *reader)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *meaning = cor_payment_sentence_for_agent (view, reader->locale, reader->zone);

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "reference", view->reference);
  cor_ctl_json_text (builder, "status", cor_payment_status_get_key (view->status));
  cor_ctl_json_text (builder, "label", cor_standing_get_label (view->standing, reader->locale));
  cor_ctl_json_bool (builder, "held", view->is_held);
  begin_object (builder, "procedure");
  cor_ctl_json_text (builder, "template", cor_ctl_payment_get_reply (view, reader));
  if (!view->is_held)
    add_procedure (builder, view, reader);
  json_builder_end_object (builder);
  if (!view->is_held)
    {
      cor_ctl_json_text (builder, "meaning", meaning);
      cor_ctl_json_text (builder, "next", cor_standing_get_next (view->standing, reader->locale));
      add_rest (builder, view, reader);
    }
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}
