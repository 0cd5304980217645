/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-payment"

#include "config.h"

#include "cor-ctl-payment.h"

#include "cor-ctl-await.h"
#include "cor-ctl-commands.h"
#include "cor-ctl-error.h"
#include "cor-ctl-output.h"
#include "cor-limit-words.h"
#include "cor-payment-inquiry.h"
#include "cor-payment-link.h"
#include "cor-payment-sentence.h"
#include "cor-store-payment-services.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_certainty_word (CorAmountCertainty certainty)
{
  switch (certainty)
    {
    case COR_AMOUNT_BOOKED:
      return C_ ("certainty of an amount", "booked");
    case COR_AMOUNT_REPORTED:
      return C_ ("certainty of an amount", "reported");
    case COR_AMOUNT_EXPECTED:
      return C_ ("certainty of an amount", "expected");
    case COR_AMOUNT_UNKNOWN:
    default:
      return C_ ("certainty of an amount", "unknown");
    }
}

static const char *
get_cause_words (CorCause cause)
{
  switch (cause)
    {
    case COR_CAUSE_SENDER_BANK:
      return _ ("our own side, or the sender’s bank");
    case COR_CAUSE_CORRESPONDENT:
      return _ ("a correspondent bank");
    case COR_CAUSE_BENEFICIARY_BANK:
      return _ ("the recipient’s bank");
    case COR_CAUSE_CUT_OFF:
      return _ ("a cut-off or a holiday");
    case COR_CAUSE_DETAILS:
      return _ ("wrong or missing details");
    case COR_CAUSE_DOCUMENTS:
      return _ ("documents are asked for");
    case COR_CAUSE_CANCELLATION:
      return _ ("somebody asked for it back");
    case COR_CAUSE_NONE:
    case COR_CAUSE_UNKNOWN:
    case COR_CAUSE_COMPLIANCE:
    default:
      return _ ("no reason was given");
    }
}

static const char *
get_role_words (CorHopRole role)
{
  switch (role)
    {
    case COR_HOP_SENDER:
      return _ ("sender’s bank");
    case COR_HOP_BENEFICIARY_BANK:
      return _ ("recipient’s bank");
    case COR_HOP_INTERMEDIARY:
    default:
      return _ ("intermediary");
    }
}

static char *
format_time (gint64 at)
{
  g_autoptr (GDateTime) utc = at != 0 ? g_date_time_new_from_unix_utc (at) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%d %H:%MZ") : g_strdup ("");
}

static char *
format_money (CorMoney    money,
              const char *otherwise)
{
  return money.currency != NULL ? cor_money_to_text (money) : g_strdup (otherwise);
}

/* What a bank took, and what is missing after it without a word. */
static char *
format_charge (const CorPaymentHop *hop)
{
  g_autofree char *charge = format_money (hop->charge, "");
  g_autofree char *missing = NULL;

  if (hop->unexplained.currency == NULL)
    return g_steal_pointer (&charge);
  missing = cor_money_to_text (hop->unexplained);
  /* Translators: an amount that is missing and that nobody explains, behind one that a bank says it took, or nothing */
  return g_strdup_printf (_ ("%s, %s unexplained"), *charge != '\0' ? charge : "–", missing);
}

/* Of the bank where it is. */
static const char *
get_place_words (CorPaymentStatus status)
{
  if (status == COR_PAYMENT_RETURNED)
    return _ ("it came back here");
  return status == COR_PAYMENT_REJECTED ? _ ("rejected it") : _ ("holds it now");
}

static void
print_hops (const CorPaymentView *view)
{
  g_autoptr (CorCtlTable) table = NULL;

  if (view->hops->len == 0)
    return;
  table = cor_ctl_table_new ("lllllrl", _ ("Bank"), _ ("Role"), _ ("Received"), _ ("Passed on"), _ ("Status"), _ ("Charge"), "", NULL);
  for (guint i = 0; i < view->hops->len; i++)
    {
      const CorPaymentHop *hop = view->hops->pdata[i];
      g_autofree char     *agent = cor_ctl_clean_line (hop->agent);
      g_autofree char     *received = format_time (hop->received_at);
      g_autofree char     *sent = format_time (hop->sent_at);
      g_autofree char     *charge = format_charge (hop);
      g_autofree char     *status = g_strjoin (" ", hop->status != NULL ? hop->status : "", hop->reason, NULL);
      g_autofree char     *clean = cor_ctl_clean_line (status);

      cor_ctl_table_add (table, agent, get_role_words (hop->role), received, sent, clean, charge, hop->is_holder ? get_place_words (view->status) : "", NULL);
    }
  cor_ctl_print ("\n");
  cor_ctl_table_print (table);
}

static void
print_causes (const CorPaymentView *view,
              const char           *locale)
{
  for (guint i = 0; i < view->causes->len; i++)
    {
      const CorPaymentCause *cause = view->causes->pdata[i];
      const char            *words = cause->reason != NULL ? cor_reason_code_get_meaning (cause->reason, locale) : get_cause_words (cause->cause);
      g_autofree char       *code = cause->code != NULL ? cor_ctl_clean_line (cause->code) : NULL;
      const char            *certainty = cause->is_reported ? C_ ("certainty of a cause", "Reported") : C_ ("certainty of a cause", "Likely");

      if (code != NULL && cause->reason == NULL)
        /* Translators: how certain it is; a code of a bank that the standard's list does not have */
        cor_ctl_print (_ ("%s: %s, which is not in the list of codes\n"), certainty, code);
      else if (code != NULL)
        /* Translators: how certain it is; what a code of a bank means; the code and its name in the standard */
        cor_ctl_print (_ ("%s: %s (%s %s)\n"), certainty, words, code, cause->reason->name);
      else
        /* Translators: how certain it is; where the trouble is */
        cor_ctl_print (_ ("%s: %s\n"), certainty, words);
    }
}

static void
print_estimate (const CorPaymentView *view)
{
  g_autofree char *to = format_time (view->estimate.to);

  switch (view->estimate.basis)
    {
    case COR_ESTIMATE_LEDGER:
      /* Translators: %s is a time */
      cor_ctl_print (_ ("Expected by %s, an estimate of the ledger\n"), to);
      break;
    case COR_ESTIMATE_STATISTICS:
      cor_ctl_print (ngettext ("Expected by %s, an estimate: of %u payment as old as this, %u %% were credited by then\n",
                               "Expected by %s, an estimate: of %u payments as old as this, %u %% were credited by then\n", (gulong) view->estimate.n),
                     to, (guint) view->estimate.n, (guint) view->estimate.share);
      break;
    case COR_ESTIMATE_PARTNER:
      cor_ctl_print (_ ("Expected by %s, an estimate of the partner\n"), to);
      break;
    case COR_ESTIMATE_RAIL:
      cor_ctl_print (_ ("Expected by %s, an estimate: what this kind of payment usually takes at most\n"), to);
      break;
    case COR_ESTIMATE_NONE:
    default:
      break;
    }
}

static const char *
get_line_words (const CorPaymentLine *line)
{
  if (strcmp (line->key, "send") == 0)
    return _ ("Sent");
  if (strcmp (line->key, "rate") == 0)
    return _ ("Rate");
  return strcmp (line->key, "receive") == 0 ? _ ("Received") : _ ("Fee");
}

static char *
format_side (CorMoney   money,
             CorDecimal rate)
{
  return rate.digits > 0 ? cor_decimal_to_string (rate) : format_money (money, _ ("not known"));
}

static const char *
get_difference_words (CorDifferenceKind kind)
{
  switch (kind)
    {
    case COR_DIFFERENCE_CORRESPONDENT:
      return _ ("taken by a correspondent");
    case COR_DIFFERENCE_BENEFICIARY_BANK:
      return _ ("taken by the recipient’s bank");
    case COR_DIFFERENCE_RATE:
      return _ ("the rate of another moment");
    case COR_DIFFERENCE_UNEXPLAINED:
    default:
      return _ ("unexplained");
    }
}

static void
print_comparison (const CorPaymentView *view)
{
  g_autoptr (CorCtlTable) table = NULL;

  if (view->lines->len == 0)
    return;
  table = cor_ctl_table_new ("lrrl", "", _ ("Quoted"), _ ("Actual"), _ ("Certainty"), NULL);
  for (guint i = 0; i < view->lines->len; i++)
    {
      const CorPaymentLine *line = view->lines->pdata[i];
      g_autofree char      *quoted = format_side (line->quoted, line->quoted_rate);
      g_autofree char      *actual = format_side (line->actual, line->actual_rate);

      cor_ctl_table_add (table, get_line_words (line), quoted, actual, get_certainty_word (line->certainty), NULL);
    }
  cor_ctl_print ("\n");
  cor_ctl_table_print (table);
  for (guint i = 0; i < view->differences->len; i++)
    {
      const CorDifference *difference = view->differences->pdata[i];
      g_autofree char     *amount = cor_money_to_text (difference->amount);
      g_autofree char     *agent = difference->agent != NULL ? cor_ctl_clean_line (difference->agent) : g_strdup ("");

      cor_ctl_print ("%s  %s  %s\n", amount, get_difference_words (difference->kind), agent);
    }
}

static void
print_asked (const CorPaymentView *view)
{
  const struct
  {
    const char *name;
    gint64      at;
  } services[] = { { _ ("ledger"), view->ledger_at }, { "gpi", view->gpi_at }, { "Wise", view->wise_at } };

  cor_ctl_print ("\n");
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    if (services[i].at != 0)
      {
        g_autofree char *at = format_time (services[i].at);

        /* Translators: a service, and when it was asked last */
        cor_ctl_print (_ ("%s asked %s\n"), services[i].name, at);
      }
  if (view->is_partial)
    cor_ctl_print ("%s\n", _ ("The tracker does not show everything that happened."));
}

static void
print_goodwill (const CorPaymentView *view)
{
  for (guint i = 0; i < view->goodwill->len; i++)
    {
      const CorLedgerGoodwill *goodwill = view->goodwill->pdata[i];
      g_autofree char         *level = cor_ctl_clean_line (goodwill->level);
      g_autofree char         *amount = cor_money_to_text (goodwill->amount);

      /* Translators: how much of goodwill may be given; the level of who may give it */
      cor_ctl_print (_ ("Goodwill up to %s: level %s\n"), amount, level);
    }
}

/* What the procedure says: what to do, by when, who may, to whom it goes. */
static void
print_next (const CorPaymentView *view,
            const CorCtlReader   *reader)
{
  const CorStanding *standing = view->standing;
  const char        *escalation = cor_standing_get_escalation (standing, reader->locale);
  guint              minutes = (guint) view->first;

  /* Translators: what the procedure says to do now; then who may do it */
  cor_ctl_print (_ ("Next: %s (level %s)\n"), cor_standing_get_next (standing, reader->locale), view->level);
  /* Translators: within how many minutes the customer is answered; when to write again without being asked */
  cor_ctl_print (ngettext ("First answer within %u minute, write again: %s\n", "First answer within %u minutes, write again: %s\n", minutes), minutes,
                 cor_standing_get_update (standing, reader->locale));
  if (*escalation != '\0')
    /* Translators: to whom the case goes when the agent cannot do more, and when */
    cor_ctl_print (_ ("Escalate: %s\n"), escalation);
  if (view->is_large)
    cor_ctl_print ("%s\n", _ ("Large value: call back to the known number, and a second person checks before any detail is changed"));
  print_goodwill (view);
}

/**
 * cor_ctl_payment_get_reply:
 *
 * Returns: (transfer none): name of the template that the procedure has for who asks, as it concerns the agent before the
 *   verification too; "": none, as for a third party
 */
const char *
cor_ctl_payment_get_reply (const CorPaymentView *view,
                           const CorCtlReader   *reader)
{
  return cor_payment_audience_get_reply (reader->procedure, view->standing);
}

static void
print_reply (const CorPaymentView *view,
             const CorCtlReader   *reader)
{
  const char *reply = cor_ctl_payment_get_reply (view, reader);

  if (*reply != '\0')
    /* Translators: %s is the name of a reply template */
    cor_ctl_print (_ ("Template: %s\n"), reply);
}

/* With compliance: that, the name of the fixed text, and nothing else. */
static void
print_held (const CorPaymentView *view,
            const CorCtlReader   *reader)
{
  g_autofree char *reference = cor_ctl_clean_line (view->reference);
  g_autofree char *title = g_strdup_printf ("%s  %s", reference, cor_standing_get_label (view->standing, reader->locale));

  cor_ctl_print_strong (title);
  cor_ctl_print ("\n");
  print_reply (view, reader);
}

/**
 * cor_ctl_payment_print_limits:
 * @limits: (nullable)
 */
void
cor_ctl_payment_print_limits (const CorPaymentLimits *limits)
{
  for (guint i = 0; limits != NULL && i < limits->items->len; i++)
    {
      const CorPaymentLimit *limit = limits->items->pdata[i];
      CorMoney               remaining = cor_payment_limit_get_remaining (limit);
      g_autofree char       *name = cor_ctl_clean_line (cor_limit_words_get_name (limit->name, limit->period));
      g_autofree char       *used = format_money (limit->used, "?");
      g_autofree char       *whole = format_money (limit->limit, "?");
      g_autofree char       *left = format_money (remaining, "?");

      /* Translators: a limit of the customer; what was used of it, the limit, what is left */
      cor_ctl_print (_ ("%s: %s of %s used, %s left\n"), name, used, whole, left);
    }
}

static void
print_view (const CorPaymentView *view,
            const CorCtlReader   *reader)
{
  g_autofree char *reference = cor_ctl_clean_line (view->reference);
  g_autofree char *title = g_strdup_printf ("%s  %s", reference, cor_standing_get_label (view->standing, reader->locale));
  g_autofree char *meaning = cor_payment_sentence_for_agent (view, reader->locale, reader->zone);
  g_autofree char *clean = cor_ctl_clean_line (meaning);
  g_autofree char *customer = cor_payment_sentence_for_customer (view, reader->locale, reader->zone, reader->audience);

  cor_ctl_print_strong (title);
  cor_ctl_print ("\n%s\n", clean);
  print_causes (view, reader->locale);
  print_estimate (view);
  print_hops (view);
  print_comparison (view);
  cor_ctl_payment_print_limits (view->limits);
  print_asked (view);
  print_next (view, reader);
  print_reply (view, reader);
  if (customer != NULL)
    {
      g_autofree char *text = cor_ctl_clean_line (customer);

      /* Translators: the sentence that may be told to the customer */
      cor_ctl_print (_ ("For the customer: %s\n"), text);
    }
}

static CorPaymentView *
inquire (CorCtl     *ctl,
         const char *corridor,
         gboolean    is_offline,
         GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GError) problem = NULL;
  CorPaymentView *view = NULL;

  if (is_offline)
    {
      cor_store_load_payment_async (ctl->store, ctl->arguments[0], g_get_real_time () / G_USEC_PER_SEC, NULL, cor_ctl_on_result, &await);
      return cor_store_load_payment_finish (ctl->store, cor_ctl_await (&await), error);
    }
  cor_payment_inquiry_async (ctl->store, ctl->arguments[0], corridor, NULL, cor_ctl_on_result, &await);
  view = cor_payment_inquiry_finish (ctl->store, cor_ctl_await (&await), &problem, error);
  if (problem != NULL)
    {
      g_autofree char *sentence = cor_ctl_error_dup_sentence (problem);

      g_printerr ("%s\n", sentence);
    }
  return view;
}

/**
 * cor_ctl_payment_set_locale:
 *
 * Sentences are there in two languages.
 */
void
cor_ctl_payment_set_locale (CorCtlReader *reader)
{
  reader->locale = g_str_has_prefix (g_get_language_names ()[0], "zh") ? "zh-Hans" : "en";
}

static gboolean
check_role (const char *role,
            GError    **error)
{
  g_autofree char *roles = NULL;

  if (role == NULL || g_strv_contains (cor_payment_link_get_roles (), role))
    return TRUE;
  roles = g_strjoinv (", ", (char **) cor_payment_link_get_roles ());
  /* Translators: what somebody typed; the words that there are */
  g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("There is no role “%s”; there are: %s"), role, roles);
  return FALSE;
}

gboolean
cor_ctl_payment_show (CorCtl  *ctl,
                      GError **error)
{
  g_autoptr (CorPaymentView) view = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char   *corridor = NULL;
  gboolean           is_offline = FALSE;
  g_autofree char   *role = NULL;
  gboolean           is_verified = FALSE;
  CorCtlReader       reader = { .audience = COR_AUDIENCE_NOBODY };
  const GOptionEntry entries[] = {
    { "offline", 0, 0, G_OPTION_ARG_NONE, &is_offline, N_ ("Print what is here and ask nobody"), NULL },
    { "verified", 0, 0, G_OPTION_ARG_NONE, &is_verified, N_ ("The customer is verified: print what may be told"), NULL },
    { "role", 0, 0, G_OPTION_ARG_STRING, &role, N_ ("Who is asking: payer, payee or third_party; payer without it"), N_ ("ROLE") },
    { "corridor", 0, 0, G_OPTION_ARG_STRING, &corridor, N_ ("From where to where, such as CN-DE, for the statistics"), N_ ("CORRIDOR") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  if (!cor_ctl_parse (ctl, entries, 1, 1, error) || !check_role (role, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  reader.audience = cor_payment_audience_from_link (role != NULL ? role : COR_PAYMENT_ROLE_PAYER, is_verified);
  reader.procedure = cor_payment_audience_from_link (role != NULL ? role : COR_PAYMENT_ROLE_PAYER, TRUE);
  view = inquire (ctl, corridor, is_offline, error);
  if (view == NULL)
    return FALSE;
  if (!view->is_known)
    {
      /* Translators: %s is a reference that somebody gave */
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("Nothing is known of “%s”; “corridorctl payment service” says who is asked"), view->reference);
      return FALSE;
    }
  cor_ctl_payment_set_locale (&reader);
  reader.zone = g_time_zone_get_identifier (zone);
  if (ctl->is_json)
    cor_ctl_payment_print_json (view, &reader);
  else if (view->is_held)
    print_held (view, &reader);
  else
    print_view (view, &reader);
  return TRUE;
}
