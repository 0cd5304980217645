/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-standing.h"

#include <string.h>

/* data/payments/standings.tsv */
static const CorStanding standings[] = {
#include "standings.inc"
};

static const char *const status_keys[] = {
  [COR_PAYMENT_UNKNOWN] = "unknown",
  [COR_PAYMENT_WAITING_FOR_FUNDS] = "waiting_for_funds",
  [COR_PAYMENT_PROCESSING] = "processing",
  [COR_PAYMENT_ON_ITS_WAY] = "on_its_way",
  [COR_PAYMENT_NOT_TRACKED] = "not_tracked",
  [COR_PAYMENT_WAITING_FOR_DOCUMENTS] = "waiting_for_documents",
  [COR_PAYMENT_WAITING_FOR_COVER] = "waiting_for_cover",
  [COR_PAYMENT_PAID_OUT] = "paid_out",
  [COR_PAYMENT_HELD] = "held",
  [COR_PAYMENT_DELAYED] = "delayed",
  [COR_PAYMENT_CREDITED] = "credited",
  [COR_PAYMENT_REJECTED] = "rejected",
  [COR_PAYMENT_RETURNED] = "returned",
  [COR_PAYMENT_REFUNDED] = "refunded",
  [COR_PAYMENT_CANCELLED] = "cancelled",
  [COR_PAYMENT_RECALL_PENDING] = "recall_pending",
  [COR_PAYMENT_RECALL_REFUSED] = "recall_refused",
  [COR_PAYMENT_RECALLED] = "recalled",
  [COR_PAYMENT_CHARGED_BACK] = "charged_back",
  [COR_PAYMENT_PARTNER_ASKS] = "partner_asks",
};

/**
 * cor_payment_status_get_key:
 *
 * Returns: a stable name, for programs
 */
const char *
cor_payment_status_get_key (CorPaymentStatus status)
{
  return status_keys[status];
}

/**
 * cor_payment_status_from_key:
 * @key: of cor_payment_status_get_key(), or any other word
 *
 * Returns: the status; %COR_PAYMENT_UNKNOWN of another word
 */
CorPaymentStatus
cor_payment_status_from_key (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_keys); i++)
    if (g_str_equal (key, status_keys[i]))
      return (CorPaymentStatus) i;
  return COR_PAYMENT_UNKNOWN;
}

CorPaymentStatus
cor_payment_status_from_ledger (CorLedgerState state)
{
  switch (state)
    {
    case COR_LEDGER_AWAITING_FUNDS:
      return COR_PAYMENT_WAITING_FOR_FUNDS;
    case COR_LEDGER_PROCESSING:
      return COR_PAYMENT_PROCESSING;
    case COR_LEDGER_DOCUMENTS_REQUIRED:
      return COR_PAYMENT_WAITING_FOR_DOCUMENTS;
    case COR_LEDGER_SENT:
    case COR_LEDGER_DELIVERED_TO_BANK:
      return COR_PAYMENT_ON_ITS_WAY;
    case COR_LEDGER_CREDITED:
      return COR_PAYMENT_CREDITED;
    case COR_LEDGER_FAILED:
      return COR_PAYMENT_REJECTED;
    case COR_LEDGER_RETURNED:
      return COR_PAYMENT_RETURNED;
    case COR_LEDGER_REFUNDED:
      return COR_PAYMENT_REFUNDED;
    case COR_LEDGER_CANCELLED:
      return COR_PAYMENT_CANCELLED;
    case COR_LEDGER_UNKNOWN:
    default:
      return COR_PAYMENT_UNKNOWN;
    }
}

static CorPaymentStatus
read_reason (const char *code)
{
  static const struct
  {
    const char      *code;
    CorPaymentStatus status;
  } reasons[] = {
    { "G000", COR_PAYMENT_ON_ITS_WAY },
    { "G001", COR_PAYMENT_NOT_TRACKED },
    { "G002", COR_PAYMENT_ON_ITS_WAY },
    { "G003", COR_PAYMENT_WAITING_FOR_DOCUMENTS },
    { "G004", COR_PAYMENT_WAITING_FOR_COVER },
    { "G005", COR_PAYMENT_ON_ITS_WAY },
    { "G006", COR_PAYMENT_ON_ITS_WAY },
  };

  if (code == NULL)
    return COR_PAYMENT_ON_ITS_WAY;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (reasons[i].code, code) == 0)
      return reasons[i].status;
  return COR_PAYMENT_UNKNOWN;
}

/**
 * cor_payment_status_from_way:
 *
 * payments.md §4: any return makes it returned, also where the tracker says ACCC; a code that is not in the list is
 * not guessed at.
 */
CorPaymentStatus
cor_payment_status_from_way (const CorPaymentTrack *track,
                             const CorPaymentWay   *way)
{
  if (way->is_returned)
    return COR_PAYMENT_RETURNED;
  if (g_strcmp0 (track->cancellation, "CNCL") == 0)
    return COR_PAYMENT_RECALLED;
  if (g_strcmp0 (track->cancellation, "PDCR") == 0)
    return COR_PAYMENT_RECALL_PENDING;
  if (g_strcmp0 (track->cancellation, "RJCR") == 0)
    return COR_PAYMENT_RECALL_REFUSED;
  if (g_strcmp0 (track->status, "ACCC") == 0)
    return COR_PAYMENT_CREDITED;
  if (g_strcmp0 (track->status, "RJCT") == 0)
    return COR_PAYMENT_REJECTED;
  return g_strcmp0 (track->status, "ACSP") == 0 ? read_reason (track->reason) : COR_PAYMENT_UNKNOWN;
}

/**
 * cor_payment_status_from_wise:
 * @now: seconds since the epoch
 *
 * “Sent” is no proof of credit: after its estimate it is paid out, and no more is known (payments.md §4, §8). What an open
 * issue is about is not said: it need not be documents.
 */
CorPaymentStatus
cor_payment_status_from_wise (const CorPaymentTrack *track,
                              gint64                 now)
{
  static const struct
  {
    const char      *state;
    CorPaymentStatus status;
  } states[] = {
    { "incoming_payment_waiting", COR_PAYMENT_WAITING_FOR_FUNDS },
    { "incoming_payment_initiated", COR_PAYMENT_WAITING_FOR_FUNDS },
    { "waiting_recipient_input_to_proceed", COR_PAYMENT_WAITING_FOR_DOCUMENTS },
    { "processing", COR_PAYMENT_PROCESSING },
    { "funds_converted", COR_PAYMENT_PROCESSING },
    { "outgoing_payment_sent", COR_PAYMENT_ON_ITS_WAY },
    { "bounced_back", COR_PAYMENT_RETURNED },
    { "funds_refunded", COR_PAYMENT_REFUNDED },
    { "cancelled", COR_PAYMENT_CANCELLED },
    { "charged_back", COR_PAYMENT_CHARGED_BACK },
  };
  CorPaymentStatus status = COR_PAYMENT_UNKNOWN;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].state, track->status) == 0)
      status = states[i].status;
  if (track->has_issues && !cor_payment_status_is_final (status))
    return COR_PAYMENT_PARTNER_ASKS;
  if (status == COR_PAYMENT_ON_ITS_WAY && track->expected_at != 0 && now > track->expected_at)
    return COR_PAYMENT_PAID_OUT;
  return status;
}

/**
 * cor_payment_status_is_final:
 *
 * Returns: whether nothing more is expected to happen by itself
 */
gboolean
cor_payment_status_is_final (CorPaymentStatus status)
{
  return status == COR_PAYMENT_CREDITED || status == COR_PAYMENT_REJECTED || status == COR_PAYMENT_RETURNED || status == COR_PAYMENT_REFUNDED ||
         status == COR_PAYMENT_CANCELLED || status == COR_PAYMENT_RECALLED || status == COR_PAYMENT_RECALL_REFUSED ||
         status == COR_PAYMENT_CHARGED_BACK;
}

/**
 * cor_payment_status_is_stopped:
 *
 * Returns: whether the beneficiary gets nothing of it: it was refused, called off or came back
 */
gboolean
cor_payment_status_is_stopped (CorPaymentStatus status)
{
  return status == COR_PAYMENT_REJECTED || status == COR_PAYMENT_RETURNED || status == COR_PAYMENT_REFUNDED || status == COR_PAYMENT_CANCELLED ||
         status == COR_PAYMENT_RECALLED || status == COR_PAYMENT_CHARGED_BACK;
}

/**
 * cor_payment_status_can_be_late:
 *
 * Returns: whether it becomes delayed when its time is over: not while others are waited for
 */
gboolean
cor_payment_status_can_be_late (CorPaymentStatus status)
{
  return status == COR_PAYMENT_PROCESSING || status == COR_PAYMENT_ON_ITS_WAY || status == COR_PAYMENT_NOT_TRACKED;
}

/**
 * cor_payment_status_choose:
 * @ledger: what our own company says
 * @tracked: what a tracker says; %COR_PAYMENT_UNKNOWN: nothing
 *
 * Our own side knows better what it has not sent yet, and what was paid back in the end; between the two the tracker
 * sees more.
 */
CorPaymentStatus
cor_payment_status_choose (CorPaymentStatus ledger,
                           CorPaymentStatus tracked)
{
  if (tracked == COR_PAYMENT_UNKNOWN)
    return ledger;
  if (ledger == COR_PAYMENT_REFUNDED || ledger == COR_PAYMENT_CANCELLED)
    return ledger;
  if (cor_payment_status_is_final (ledger) && !cor_payment_status_is_final (tracked) && tracked != COR_PAYMENT_RECALL_PENDING)
    return ledger;
  return tracked;
}

static const char *
get_key (CorPaymentStatus status,
         CorHolder        holder)
{
  if (status == COR_PAYMENT_ON_ITS_WAY && holder == COR_HOLDER_BENEFICIARY_BANK)
    return "at_bank";
  if (status == COR_PAYMENT_ON_ITS_WAY && (holder == COR_HOLDER_UNKNOWN || holder == COR_HOLDER_PARTNER))
    return holder == COR_HOLDER_PARTNER ? "sent_by_partner" : "sent";
  if (status == COR_PAYMENT_RETURNED && holder == COR_HOLDER_PARTNER)
    return "returned_to_partner";
  if (status == COR_PAYMENT_DELAYED && holder == COR_HOLDER_US)
    return "delayed_with_us";
  if (status == COR_PAYMENT_WAITING_FOR_DOCUMENTS && holder == COR_HOLDER_BENEFICIARY_BANK)
    return "bank_wants_documents";
  return status_keys[status];
}

/**
 * cor_standing_find:
 *
 * Returns: (transfer none): what it means there
 */
const CorStanding *
cor_standing_find (CorPaymentStatus status,
                   CorHolder        holder)
{
  return cor_standing_find_named (get_key (status, holder));
}

/**
 * cor_standing_find_named:
 * @key: of a row of data/payments/standings.tsv
 *
 * Returns: (transfer none): what it means
 */
const CorStanding *
cor_standing_find_named (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    if (strcmp (standings[i].key, key) == 0)
      return &standings[i];
  g_return_val_if_reached (&standings[0]);
}

/**
 * cor_standing_get_label:
 * @locale: (nullable): the reader's; English where there is no other
 */
const char *
cor_standing_get_label (const CorStanding *self,
                        const char        *locale)
{
  return cor_reason_locale_is_chinese (locale) ? self->label_zh : self->label_en;
}

/**
 * cor_standing_get_update:
 *
 * Returns: (transfer none): when to write again without being asked
 */
const char *
cor_standing_get_update (const CorStanding *self,
                         const char        *locale)
{
  return cor_reason_locale_is_chinese (locale) ? self->update_zh : self->update;
}

/**
 * cor_standing_get_escalation:
 *
 * Returns: (transfer none): to whom it goes when the level does not do, and when; "": nowhere
 */
const char *
cor_standing_get_escalation (const CorStanding *self,
                             const char        *locale)
{
  return cor_reason_locale_is_chinese (locale) ? self->escalation_zh : self->escalation_en;
}

/**
 * cor_standing_get_agent_text:
 *
 * Returns: (transfer none): a template's text; cor_payment_view_dup_values() fills it
 */
const char *
cor_standing_get_agent_text (const CorStanding *self,
                             const char        *locale)
{
  return cor_reason_locale_is_chinese (locale) ? self->agent_zh : self->agent_en;
}

/**
 * cor_standing_get_customer_text:
 *
 * Returns: (transfer none): as with cor_standing_get_agent_text(), reported facts alone; "": say nothing but the
 *   approved template
 */
const char *
cor_standing_get_customer_text (const CorStanding *self,
                                const char        *locale)
{
  return cor_reason_locale_is_chinese (locale) ? self->customer_zh : self->customer_en;
}

/**
 * cor_standing_get_payee_text:
 *
 * Returns: (transfer none): as with cor_standing_get_agent_text(), what concerns the credit alone; "": say nothing
 */
const char *
cor_standing_get_payee_text (const CorStanding *self,
                             const char        *locale)
{
  return cor_reason_locale_is_chinese (locale) ? self->payee_zh : self->payee_en;
}

/**
 * cor_standing_get_next:
 *
 * Returns: (transfer none): what the agent does now
 */
const char *
cor_standing_get_next (const CorStanding *self,
                       const char        *locale)
{
  return cor_reason_locale_is_chinese (locale) ? self->next_zh : self->next_en;
}
