/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-view-private.h"

#include "cor-document-kind.h"

#include <string.h>

static void
cause_free (CorPaymentCause *cause)
{
  g_free (cause->code);
  g_free (cause);
}

static void
line_free (CorPaymentLine *line)
{
  g_free (line->what);
  g_free (line);
}

static void
difference_free (CorDifference *difference)
{
  g_free (difference->agent);
  g_free (difference);
}

static void
document_free (CorPaymentDocument *document)
{
  g_free (document->kind);
  g_free (document->state);
  g_free (document);
}

static void
goodwill_free (CorLedgerGoodwill *goodwill)
{
  g_free (goodwill->level);
  g_free (goodwill);
}

static void
clear_view (gpointer data)
{
  CorPaymentView *self = data;

  g_free (self->reference);
  g_free (self->level);
  g_ptr_array_unref (self->goodwill);
  g_free (self->uetr);
  g_free (self->rail);
  g_free (self->payer_name);
  g_free (self->payer_role);
  g_free (self->payee_name);
  g_free (self->payee_country);
  g_free (self->payee_last4);
  g_free (self->charge_bearer);
  g_free (self->fee_mode);
  g_free (self->schedule_id);
  g_free (self->schedule_version);
  g_strfreev (self->related);
  g_free (self->holder_agent);
  g_ptr_array_unref (self->hops);
  g_ptr_array_unref (self->causes);
  g_ptr_array_unref (self->documents);
  cor_payment_limits_free (self->limits);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->differences);
}

CorPaymentView *
cor_payment_view_ref (CorPaymentView *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cor_payment_view_unref (CorPaymentView *self)
{
  g_atomic_rc_box_release_full (self, clear_view);
}

static CorPaymentView *
make_empty (const char            *asked_for,
            const CorPaymentFacts *facts)
{
  CorPaymentView *self = g_atomic_rc_box_new0 (CorPaymentView);
  const char     *own = facts->payment != NULL ? facts->payment->reference : NULL;

  self->reference = g_strdup (own != NULL ? own : asked_for);
  self->goodwill = g_ptr_array_new_with_free_func ((GDestroyNotify) goodwill_free);
  self->hops = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_hop_free);
  self->causes = g_ptr_array_new_with_free_func ((GDestroyNotify) cause_free);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  return self;
}

/* Also where a code of a bank takes the approved text alone, whatever the ledger says (payments.md §5). */
static gboolean
is_held (const CorPaymentFacts *facts,
         const CorPaymentWay   *way)
{
  return (facts->payment != NULL && facts->payment->is_held) || (way != NULL && way->is_neutral);
}

static void
take_record (CorPaymentView   *self,
             const CorPayment *payment)
{
  self->uetr = g_strdup (payment->uetr);
  self->rail = g_strdup (payment->rail);
  self->payer_name = g_strdup (payment->payer_name);
  self->payer_role = g_strdup (payment->payer_role);
  self->payee_name = g_strdup (payment->payee_name);
  self->payee_country = g_strdup (payment->payee_country);
  self->payee_last4 = g_strdup (payment->payee_last4);
  self->charge_bearer = g_strdup (payment->charge_bearer);
  self->fee_mode = g_strdup (payment->fee_mode);
  self->schedule_id = g_strdup (payment->schedule_id);
  self->schedule_version = g_strdup (payment->schedule_version);
  self->related = g_strdupv (payment->related);
  self->created_at = payment->created_at;
  self->send = payment->send;
  self->receive = payment->receive;
  self->receive_certainty = payment->receive_certainty;
  for (guint i = 0; i < payment->documents->len; i++)
    {
      const CorPaymentDocument *from = payment->documents->pdata[i];
      CorPaymentDocument       *document = g_new0 (CorPaymentDocument, 1);

      document->kind = g_strdup (from->kind);
      document->state = g_strdup (from->state);
      document->due = from->due;
      g_ptr_array_add (self->documents, document);
    }
}

static void
take_way (CorPaymentView      *self,
          const CorPaymentWay *way)
{
  for (guint i = 0; i < way->hops->len; i++)
    g_ptr_array_add (self->hops, cor_payment_hop_copy (way->hops->pdata[i]));
  self->credited = way->confirmed;
  self->credited_at = way->credited_at;
  self->returned = way->returned;
}

static void
take_limits (CorPaymentView         *self,
             const CorPaymentLimits *limits)
{
  self->limits = cor_payment_limits_new ();
  for (guint i = 0; i < limits->items->len; i++)
    {
      const CorPaymentLimit *from = limits->items->pdata[i];
      CorPaymentLimit       *limit = cor_payment_limits_add (self->limits);

      *limit = *from;
      limit->name = g_strdup (from->name);
      limit->period = g_strdup (from->period);
    }
}

/* What only a partner told, where there is no record of our own. */
static void
take_partner (CorPaymentView        *self,
              const CorPaymentTrack *wise)
{
  if (self->send.currency == NULL)
    self->send = wise->send;
  if (self->receive.currency == NULL)
    {
      self->receive = wise->receive;
      self->receive_certainty = COR_AMOUNT_EXPECTED;
    }
  if (self->created_at == 0)
    self->created_at = wise->initiated_at;
}

static CorHolder
get_ledger_holder (const CorPayment *payment)
{
  switch (payment->state)
    {
    case COR_LEDGER_AWAITING_FUNDS:
      return COR_HOLDER_PAYER;
    case COR_LEDGER_PROCESSING:
    case COR_LEDGER_DOCUMENTS_REQUIRED:
    case COR_LEDGER_RETURNED:
      return COR_HOLDER_US;
    case COR_LEDGER_DELIVERED_TO_BANK:
      return COR_HOLDER_BENEFICIARY_BANK;
    case COR_LEDGER_CREDITED:
      return COR_HOLDER_RECIPIENT;
    case COR_LEDGER_REFUNDED:
    case COR_LEDGER_CANCELLED:
      return COR_HOLDER_PAYER;
    case COR_LEDGER_SENT:
    case COR_LEDGER_FAILED:
    case COR_LEDGER_UNKNOWN:
    default:
      return COR_HOLDER_UNKNOWN;
    }
}

static CorHolder
get_partner_holder (CorPaymentStatus status)
{
  if (status == COR_PAYMENT_WAITING_FOR_FUNDS || status == COR_PAYMENT_REFUNDED || status == COR_PAYMENT_CHARGED_BACK)
    return COR_HOLDER_PAYER;
  return status == COR_PAYMENT_UNKNOWN ? COR_HOLDER_UNKNOWN : COR_HOLDER_PARTNER;
}

/* Who said how it stands says who has it, as well. */
static void
find_status (CorPaymentView        *self,
             const CorPaymentFacts *facts,
             const CorPaymentWay   *way,
             gint64                 now)
{
  CorPaymentStatus by_ledger = facts->payment != NULL ? cor_payment_status_from_ledger (facts->payment->state) : COR_PAYMENT_UNKNOWN;
  CorPaymentStatus by_partner = facts->wise != NULL ? cor_payment_status_from_wise (facts->wise, now) : COR_PAYMENT_UNKNOWN;
  CorPaymentStatus by_tracker = way != NULL ? cor_payment_status_from_way (facts->gpi, way) : COR_PAYMENT_UNKNOWN;

  self->status = cor_payment_status_choose (by_ledger, by_tracker != COR_PAYMENT_UNKNOWN ? by_tracker : by_partner);
  self->stage = self->status;
  if (way != NULL && way->holder != COR_HOLDER_UNKNOWN && (self->status == by_tracker || !cor_payment_status_is_final (self->status)))
    {
      self->holder = way->holder;
      self->holder_agent = g_strdup (way->holder_agent);
      self->holder_since = way->holder_since;
    }
  else if (facts->wise != NULL && self->status == by_partner)
    {
      self->holder = get_partner_holder (by_partner);
      /* Wise says when a transfer was made, and not when it became what it is */
      self->holder_since = facts->payment != NULL ? facts->payment->state_since : 0;
    }
  else if (facts->payment != NULL)
    {
      self->holder = get_ledger_holder (facts->payment);
      self->holder_since = facts->payment->state_since;
      if (self->status == COR_PAYMENT_CREDITED)
        self->credited_at = facts->payment->state_since;
    }
}

/* Who has to put it right is in the reason; without one nothing is known to put right. */
static const char *
get_rejection (const CorPaymentView *self)
{
  const CorPaymentCause *cause = cor_payment_view_get_cause (self);

  if (cause == NULL || !cause->is_reported)
    return "rejected_no_reason";
  if (cause->reason == NULL)
    return "rejected_not_listed";
  if (strcmp (cause->reason->acts, "customer") == 0 || strcmp (cause->reason->acts, "recipient") == 0)
    return g_str_has_prefix (cause->code, "AC") ? "rejected_account" : "rejected";
  return cause->cause == COR_CAUSE_UNKNOWN ? "rejected_no_reason" : "rejected_ours";
}

static gboolean
is_less (const CorPaymentView *self)
{
  for (guint i = 0; i < self->differences->len; i++)
    if (((const CorDifference *) self->differences->pdata[i])->amount.minor < 0)
      return TRUE;
  return FALSE;
}

/* What the procedure says depends on more than the status: on who has it, on why, on what arrived. */
static const CorStanding *
find_standing (const CorPaymentView *self)
{
  if (self->status == COR_PAYMENT_REJECTED)
    return cor_standing_find_named (get_rejection (self));
  if (self->status == COR_PAYMENT_CREDITED && is_less (self))
    return cor_standing_find_named ("credited_less");
  return cor_standing_find (self->status, self->holder);
}

/* When it left the company, which is not when it was ordered; 0: not yet, or nobody says. */
static gint64
get_sent_at (const CorPayment    *payment,
             const CorPaymentWay *way)
{
  if (way != NULL && way->sent_at != 0)
    return way->sent_at;
  return payment != NULL && payment->state == COR_LEDGER_SENT ? payment->state_since : 0;
}

/**
 * cor_payment_view_new:
 * @asked_for: the reference that somebody gave
 * @facts: what is known
 * @now: seconds since the epoch
 *
 * The gate. Nothing of a payment that is with compliance gets past it: neither cause nor estimate, neither banks nor
 * amounts (design.md; ledger.md, rule 1). Any thread.
 *
 * Returns: (transfer full)
 */
CorPaymentView *
cor_payment_view_new (const char            *asked_for,
                      const CorPaymentFacts *facts,
                      gint64                 now)
{
  CorPaymentView *self = make_empty (asked_for, facts);
  g_autoptr (CorPaymentWay) way = facts->gpi != NULL ? cor_payment_way_new (facts->gpi) : NULL;

  self->is_known = facts->payment != NULL || facts->gpi != NULL || facts->wise != NULL;
  if (is_held (facts, way))
    {
      self->is_held = TRUE;
      self->status = self->stage = COR_PAYMENT_HELD;
      self->standing = cor_standing_find (COR_PAYMENT_HELD, COR_HOLDER_UNKNOWN);
      cor_payment_view_take_policy (self, facts->policy);
      return self;
    }
  if (facts->payment != NULL)
    take_record (self, facts->payment);
  if (facts->payment != NULL && facts->limits != NULL)
    take_limits (self, facts->limits);
  if (self->uetr == NULL && facts->gpi != NULL)
    self->uetr = g_strdup (facts->gpi->id);
  if (way != NULL)
    take_way (self, way);
  self->sent_at = get_sent_at (facts->payment, way);
  if (facts->wise != NULL)
    take_partner (self, facts->wise);
  find_status (self, facts, way, now);
  cor_payment_view_estimate (self, facts, way, now);
  cor_payment_view_find_causes (self, facts, way, now);
  cor_payment_view_compare (self, facts->payment);
  self->is_partial = facts->gpi_outcome == COR_LOOKUP_EMPTY || (facts->gpi != NULL && facts->gpi->is_partial);
  self->ledger_at = facts->ledger_at;
  self->gpi_at = facts->gpi_at;
  self->wise_at = facts->wise_at;
  self->standing = find_standing (self);
  cor_payment_view_take_policy (self, facts->policy);
  return self;
}

/**
 * cor_payment_view_get_cause:
 *
 * Returns: (transfer none) (nullable): the first one
 */
const CorPaymentCause *
cor_payment_view_get_cause (const CorPaymentView *self)
{
  return self->causes->len > 0 ? self->causes->pdata[0] : NULL;
}

/**
 * cor_payment_view_may_notify:
 *
 * Returns: whether the customer may be written to unasked: never while it is with compliance
 */
gboolean
cor_payment_view_may_notify (const CorPaymentView *self)
{
  return !self->is_held && self->is_known;
}

static void
set_money (CorTemplateValues *values,
           const char        *name,
           CorMoney           money)
{
  if (money.currency != NULL)
    cor_template_values_set_money (values, name, money);
}

static void
set_moment (CorTemplateValues *values,
            const char        *name,
            gint64             at)
{
  if (at != 0)
    cor_template_values_set_moment (values, name, at);
}

static void
set_text (CorTemplateValues *values,
          const char        *name,
          const char        *text)
{
  if (text != NULL && *text != '\0')
    cor_template_values_set_text (values, name, text);
}

/* What is likely never becomes a value: a customer would read it as a fact. */
static void
set_reason (CorTemplateValues    *values,
            const CorPaymentView *self,
            const char           *locale)
{
  const CorPaymentCause *cause = cor_payment_view_get_cause (self);

  if (cause == NULL || !cause->is_reported)
    return;
  set_text (values, "payment.reason_code", cause->code);
  if (cause->reason != NULL)
    {
      set_text (values, "payment.reason", cor_reason_code_get_meaning (cause->reason, locale));
      if (strcmp (cause->reason->acts, "customer") == 0 || strcmp (cause->reason->acts, "recipient") == 0)
        set_text (values, "payment.action", cor_reason_code_get_next (cause->reason, locale));
    }
}

static void
set_documents (CorTemplateValues    *values,
               const CorPaymentView *self,
               const char           *locale)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  gint64 due = 0;

  for (guint i = 0; i < self->documents->len; i++)
    {
      const CorPaymentDocument *document = self->documents->pdata[i];

      if (document->kind == NULL || g_strcmp0 (document->state, "accepted") == 0)
        continue;
      g_strv_builder_add (names, cor_document_kind_get_name (document->kind, locale));
      if (document->due != 0 && (due == 0 || document->due < due))
        due = document->due;
    }
  list = g_strv_builder_end (names);
  if (list[0] != NULL)
    cor_template_values_set_list (values, "documents.list", (const char *const *) list);
  set_moment (values, "documents.deadline", due);
}

/* Also where the money has left it again, as to the recipient's account. */
static const char *
find_beneficiary_bank (const CorPaymentView *self)
{
  if (self->holder == COR_HOLDER_BENEFICIARY_BANK)
    return self->holder_agent;
  for (guint i = 0; i < self->hops->len; i++)
    if (((const CorPaymentHop *) self->hops->pdata[i])->role == COR_HOP_BENEFICIARY_BANK)
      return ((const CorPaymentHop *) self->hops->pdata[i])->agent;
  return NULL;
}

static void
keep_heard (CorTemplateValues *values,
            CorPaymentAudience audience)
{
  guint                      n = 0;
  const CorTemplateVariable *variables = cor_template_variable_get_all (&n);

  for (guint i = 0; i < n; i++)
    if (!cor_payment_audience_may_hear (audience, variables[i].name))
      cor_template_values_unset (values, variables[i].name);
}

/**
 * cor_payment_view_dup_values:
 * @locale: (nullable): of the text that they go into
 * @audience: who reads it
 *
 * What sentences and templates may say of the payment. To nobody there is none at all (domain.md §3); with compliance
 * there is only the reference, which the approved text names.
 *
 * Returns: (transfer full)
 */
CorTemplateValues *
cor_payment_view_dup_values (const CorPaymentView *self,
                             const char           *locale,
                             CorPaymentAudience    audience)
{
  CorTemplateValues *values = cor_template_values_new ();

  if (audience == COR_AUDIENCE_NOBODY)
    return values;
  set_text (values, "payment.reference", self->reference);
  if (self->is_held)
    return values;
  set_text (values, "payment.uetr", self->uetr);
  set_text (values, "payment.charge_bearer", self->charge_bearer);
  set_text (values, "payment.beneficiary", self->payee_name);
  if (cor_payment_audience_may_hear_status (audience, self->standing))
    set_text (values, "payment.status", cor_standing_get_label (self->standing, locale));
  set_money (values, "payment.amount", self->send);
  set_money (values, "payment.sent_amount", self->send);
  set_money (values, "payment.credited_amount", self->credited);
  set_money (values, "payment.return_amount", self->returned);
  set_text (values, "payment.holder", self->holder_agent);
  set_text (values, "payment.beneficiary_bank", find_beneficiary_bank (self));
  set_moment (values, "payment.holder_since", self->holder_since);
  set_moment (values, "payment.sent_at", self->sent_at);
  set_moment (values, "payment.credited_at", self->credited_at);
  set_moment (values, "payment.expected_by", self->estimate.to);
  set_reason (values, self, locale);
  set_documents (values, self, locale);
  keep_heard (values, audience);
  return values;
}

/**
 * cor_estimate_basis_get_key:
 *
 * Returns: a stable name, for programs
 */
const char *
cor_estimate_basis_get_key (CorEstimateBasis basis)
{
  static const char *const keys[] = {
    [COR_ESTIMATE_NONE] = "none",
    [COR_ESTIMATE_LEDGER] = "ledger",
    [COR_ESTIMATE_STATISTICS] = "statistics",
    [COR_ESTIMATE_PARTNER] = "partner",
    [COR_ESTIMATE_RAIL] = "rail",
  };

  return keys[basis];
}

/**
 * cor_difference_kind_get_key:
 *
 * Returns: a stable name, for programs
 */
const char *
cor_difference_kind_get_key (CorDifferenceKind kind)
{
  static const char *const keys[] = {
    [COR_DIFFERENCE_UNEXPLAINED] = "unexplained",
    [COR_DIFFERENCE_CORRESPONDENT] = "correspondent",
    [COR_DIFFERENCE_BENEFICIARY_BANK] = "beneficiary_bank",
    [COR_DIFFERENCE_RATE] = "rate",
  };

  return keys[kind];
}
