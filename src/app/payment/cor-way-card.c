/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-way-card"

#include "config.h"

#include "cor-way-card.h"

#include "cor-payment-words.h"
#include "cor-unparent.h"
#include "cor-way-step.h"
#include "cor-when.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/*
 * CorWayCard: the way of a payment from the one who sends it to the one who gets it, step by step.
 *
 * CSS nodes: corwaycard.card > corwaystep …
 */
struct _CorWayCard
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CorWayCard, cor_way_card, GTK_TYPE_WIDGET)

/* What the steps are made from. */
typedef struct
{
  CorWayCard           *card;
  const CorPaymentView *view;
  gint64                now;
  GTimeZone            *time_zone;
} Making;

static CorWayStep *
add_step (const Making *making, CorWayState state, gboolean is_last, const char *title, const char *amount)
{
  GtkWidget *step = cor_way_step_new (state, is_last, title, amount);

  gtk_widget_set_parent (step, GTK_WIDGET (making->card));
  return COR_WAY_STEP (step);
}

static char *
dup_moment (const Making *making, gint64 at)
{
  return at != 0 ? cor_payment_words_dup_moment (at, making->now, making->time_zone) : NULL;
}

static void
say_holds (const Making *making, CorWayStep *step)
{
  g_autofree char *moment = dup_moment (making, making->view->holder_since);
  g_autofree char *span = NULL;
  g_autofree char *since = NULL;

  if (moment == NULL)
    return;
  span = cor_when_span (MAX (0, making->now - making->view->holder_since));
  /* TRANSLATORS: a moment, and how long ago that is */
  since = g_strdup_printf (_ ("%s, %s"), moment, span);
  cor_way_step_set_holds (step, since);
}

static char *
dup_taken (CorMoney money)
{
  g_autofree char *amount = NULL;

  if (money.currency == NULL || money.minor == 0)
    return NULL;
  amount = cor_payment_words_dup_amount (money);
  return g_strdup_printf ("−%s", amount);
}

/* Back with somebody who had it before: the last step of the way, and not the first one again. */
static gboolean
has_come_back (const CorPaymentView *view)
{
  return view->status == COR_PAYMENT_RETURNED || view->status == COR_PAYMENT_REFUNDED || view->status == COR_PAYMENT_CHARGED_BACK;
}

static void
add_payer (const Making *making)
{
  const CorPaymentView *view = making->view;
  /* of one that was cancelled nobody says that it was ever paid in */
  gboolean         has_it = view->holder == COR_HOLDER_PAYER && !has_come_back (view) && view->status != COR_PAYMENT_CANCELLED;
  g_autofree char *amount = cor_payment_words_dup_amount (view->send);
  g_autofree char *moment = dup_moment (making, view->created_at);
  CorWayStep      *step = add_step (making, has_it ? COR_WAY_HOLDER : COR_WAY_DONE, FALSE,
                               view->payer_name != NULL ? view->payer_name : _ ("The sender"), amount);

  if (has_it)
    say_holds (making, step);
  if (moment != NULL)
    {
      /* TRANSLATORS: %s is the moment at which a customer gave the order for a payment */
      g_autofree char *line = g_strdup_printf (_ ("Ordered %s"), moment);

      cor_way_step_add_line (step, line);
    }
}

static const CorPaymentLine *
find_line (const CorPaymentView *view, const char *key, const char *what)
{
  for (guint i = 0; i < view->lines->len; i++)
    {
      const CorPaymentLine *line = view->lines->pdata[i];

      if (strcmp (line->key, key) == 0 && (what == NULL || g_strcmp0 (line->what, what) == 0))
        return line;
    }
  return NULL;
}

/* Us: what the ledger has of our own part. */
static void
add_company (const Making *making)
{
  const CorPaymentView *view = making->view;
  const CorPaymentLine *fee = find_line (view, "fee", "transfer");
  const CorPaymentLine *rate = find_line (view, "rate", NULL);
  gboolean              has_it = view->holder == COR_HOLDER_US && !has_come_back (view);
  gboolean              is_waiting = view->holder == COR_HOLDER_PAYER && (!cor_payment_status_is_final (view->status) || view->status == COR_PAYMENT_CANCELLED);
  g_autofree char      *taken = fee != NULL ? dup_taken (fee->quoted) : NULL;
  CorWayStep           *step;

  if (!has_it && fee == NULL && rate == NULL)
    return;
  step = add_step (making, has_it ? COR_WAY_HOLDER : is_waiting ? COR_WAY_TO_COME
                                                                : COR_WAY_DONE,
                   FALSE, _ ("Our company"), taken);
  if (has_it)
    say_holds (making, step);
  if (rate != NULL)
    {
      g_autofree char *number = cor_decimal_to_string (rate->quoted_rate);
      g_autofree char *line = g_strdup_printf (_ ("Rate %s"), number);

      cor_way_step_add_line (step, line);
    }
}

static const char *
get_role (CorHopRole role)
{
  switch (role)
    {
    case COR_HOP_SENDER:
      return _ ("Sending bank");
    case COR_HOP_BENEFICIARY_BANK:
      return _ ("Beneficiary’s bank");
    case COR_HOP_INTERMEDIARY:
    default:
      return _ ("Correspondent");
    }
}

static void
add_hop_lines (const Making *making, CorWayStep *step, const CorPaymentHop *hop)
{
  g_autofree char *received = dup_moment (making, hop->received_at);
  g_autofree char *sent = dup_moment (making, hop->sent_at);
  g_autoptr (GString) line = g_string_new (get_role (hop->role));

  if (hop->value_date != NULL)
    g_string_append_printf (line, _ (" · value date %s"), hop->value_date);
  cor_way_step_add_line (step, line->str);
  if (hop->rate.digits != 0 && hop->rate_from != NULL && hop->rate_to != NULL)
    {
      g_autofree char *rate = cor_decimal_to_string (hop->rate);
      g_autofree char *converted = g_strdup_printf (_ ("Converted from %s to %s at %s"), hop->rate_from, hop->rate_to, rate);

      cor_way_step_add_line (step, converted);
    }
  g_string_truncate (line, 0);
  if (received != NULL && sent != NULL)
    g_string_append_printf (line, "%s → %s", received, sent);
  else if (received != NULL || sent != NULL)
    g_string_append (line, received != NULL ? received : sent);
  if (hop->status != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", hop->status);
  if (hop->reason != NULL)
    g_string_append_printf (line, " %s", hop->reason);
  cor_way_step_add_line (step, line->str);
  if (hop->unexplained.currency != NULL && hop->unexplained.minor != 0)
    {
      g_autofree char *amount = cor_payment_words_dup_amount (hop->unexplained);
      g_autofree char *missing = g_strdup_printf (_ ("%s is missing after it, and nobody says why"), amount);

      cor_way_step_add_line (step, missing);
    }
}

static gboolean
was_there (const CorPaymentHop *hop)
{
  return hop->received_at != 0 || hop->sent_at != 0;
}

static CorWayState
get_hop_state (const CorPaymentView *view,
               const CorPaymentHop  *hop,
               gboolean              is_beyond)
{
  if (has_come_back (view))
    return was_there (hop) ? COR_WAY_DONE : COR_WAY_TO_COME;
  if (is_beyond)
    return was_there (hop) && cor_payment_status_is_stopped (view->status) ? COR_WAY_DONE : COR_WAY_TO_COME;
  if (!hop->is_holder)
    return was_there (hop) || view->status == COR_PAYMENT_CREDITED ? COR_WAY_DONE : COR_WAY_TO_COME;
  return cor_payment_status_is_stopped (view->status) ? COR_WAY_STOPPED : COR_WAY_HOLDER;
}

/* Between the last one that the tracker saw it at and the next that it knows of. */
static void
add_gap (const Making *making)
{
  add_step (making, COR_WAY_TO_COME, FALSE, _ ("Banks that do not report to the tracker"), NULL);
}

/* All of it arrived: then nobody took anything, whatever was not said of it. */
static gboolean
is_whole (const CorPaymentView *view)
{
  return view->credited.currency != NULL && view->credited.currency == view->receive.currency && view->credited.minor == view->receive.minor;
}

static void
add_hops (const Making *making)
{
  const CorPaymentView *view = making->view;
  gboolean              is_beyond = FALSE; /* the one that has it now */
  gboolean              has_gap = FALSE;

  for (guint i = 0; i < view->hops->len; i++)
    {
      const CorPaymentHop *hop = view->hops->pdata[i];
      g_autofree char     *taken = dup_taken (hop->charge);
      CorWayState          state = get_hop_state (view, hop, is_beyond);
      CorWayStep          *step;

      if (!has_gap && !was_there (hop) && view->holder == COR_HOLDER_UNTRACKED)
        {
          add_gap (making);
          has_gap = TRUE;
        }
      if (taken == NULL && hop->role != COR_HOP_SENDER && state != COR_WAY_TO_COME && !is_whole (view))
        taken = g_strdup (_ ("charge unknown"));
      step = add_step (making, state, FALSE, hop->agent, taken);
      if (state == COR_WAY_HOLDER)
        say_holds (making, step);
      add_hop_lines (making, step, hop);
      is_beyond |= hop->is_holder;
    }
  if (!has_gap && (view->is_partial || view->holder == COR_HOLDER_UNTRACKED))
    add_gap (making);
}

static void
add_payee (const Making *making)
{
  const CorPaymentView *view = making->view;
  gboolean              is_there = view->status == COR_PAYMENT_CREDITED;
  gboolean              has_stopped = cor_payment_status_is_stopped (view->status);
  CorMoney              money = view->credited.currency != NULL ? view->credited : view->receive;
  g_autofree char      *amount = has_stopped ? NULL : cor_payment_words_dup_amount (money);
  g_autofree char      *moment = dup_moment (making, is_there ? view->credited_at : 0);
  CorWayStep           *step = add_step (making, is_there ? COR_WAY_DONE : COR_WAY_TO_COME, !has_come_back (view),
                               view->payee_name != NULL ? view->payee_name : _ ("The recipient"), amount);

  if (is_there)
    {
      g_autofree char *line = moment != NULL ? g_strdup_printf (_ ("Credited %s"), moment) : g_strdup (_ ("Credited"));

      cor_way_step_add_line (step, line);
    }
  else
    cor_way_step_add_line (step, has_stopped ? _ ("Not credited") : cor_payment_words_get_certainty (view->receive_certainty));
  if (view->payee_last4 != NULL)
    {
      g_autofree char *account = g_strdup_printf (_ ("Account ending %s"), view->payee_last4);

      cor_way_step_add_line (step, account);
    }
}

static char *
dup_returnee (const CorPaymentView *view)
{
  if (view->holder_agent != NULL)
    return g_strdup (view->holder_agent);
  if (view->holder == COR_HOLDER_PAYER)
    return g_strdup (view->payer_name != NULL ? view->payer_name : _ ("The sender"));
  return g_strdup (view->holder == COR_HOLDER_US ? _ ("Our company") : _ ("Our partner"));
}

/* Where it is now that it was sent back. */
static void
add_way_back (const Making *making)
{
  const CorPaymentView *view = making->view;
  gboolean              is_paid = view->status == COR_PAYMENT_REFUNDED;
  g_autofree char      *title = dup_returnee (view);
  g_autofree char      *amount = view->returned.currency != NULL ? cor_payment_words_dup_amount (view->returned) : NULL;
  g_autofree char      *moment = dup_moment (making, view->holder_since);
  CorWayStep           *step = add_step (making, is_paid ? COR_WAY_DONE : COR_WAY_STOPPED, TRUE, title, amount);

  cor_way_step_add_line (step, is_paid ? _ ("It was paid back") : _ ("It came back here"));
  cor_way_step_add_line (step, moment);
}

static void
cor_way_card_dispose (GObject *object)
{
  cor_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (cor_way_card_parent_class)->dispose (object);
}

static void
cor_way_card_class_init (CorWayCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_way_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "corwaycard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
cor_way_card_init (CorWayCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The way of the payment"), -1);
}

/**
 * cor_way_card_set_view:
 * @view: a payment that is known and not with compliance
 * @now: seconds since the epoch
 * @time_zone: the agent's
 */
void
cor_way_card_set_view (CorWayCard *self, const CorPaymentView *view, gint64 now, GTimeZone *time_zone)
{
  Making making = { self, view, now, time_zone };

  g_return_if_fail (COR_IS_WAY_CARD (self) && !view->is_held);

  cor_unparent_children (GTK_WIDGET (self));
  add_payer (&making);
  add_company (&making);
  add_hops (&making);
  add_payee (&making);
  if (has_come_back (view))
    add_way_back (&making);
}
