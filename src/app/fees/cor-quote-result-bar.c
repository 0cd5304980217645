/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-result-bar"

#include "config.h"

#include "cor-quote-result-bar.h"

#include "cor-amount.h"
#include "cor-quote-bars.h"
#include "cor-rate-chart.h"
#include "cor-wrap-layout.h"

#include <glib/gi18n-lib.h>

/*
 * CorQuoteResultBar: what arrives, what is paid, what it costs, and the rate beside the reference rate, each with how sure it is and
 * where it is from; how long the rate holds.
 *
 * CSS nodes: corquoteresultbar
 */
struct _CorQuoteResultBar
{
  GtkWidget parent_instance;

  CorQuoteForm *form; /* owned, or NULL */
  gint64        now;

  /* Template */
  GtkLabel  *amount;
  GtkWidget *cost_box;
  GtkLabel  *certainty;
  GtkLabel  *code;
  GtkLabel  *cost;
  GtkLabel  *cost_share;
  GtkWidget *facts;
  GtkWidget *lock;
  GtkLabel  *lock_words;
  GtkLabel  *paid;
  GtkWidget *paid_box;
  GtkLabel  *rate;
  GtkWidget *rate_box;
  GtkLabel  *reference;
  GtkWidget *renew;
  GtkWidget *root;
  GtkLabel  *schedule;
  GtkLabel  *stale;
};

G_DEFINE_FINAL_TYPE (CorQuoteResultBar, cor_quote_result_bar, GTK_TYPE_WIDGET)

static void
set_money (GtkLabel *label,
           CorMoney  money)
{
  g_autofree char *text = cor_amount_format (money, cor_amount_get_user_locale ());

  gtk_label_set_label (label, text);
}

/* "0.9252, ECB reference rate of 2023-06-14; −5.15 EUR, 55.7 bps" */
static char *
dup_reference_words (const CorQuoteResult *result)
{
  const char      *locale = cor_amount_get_user_locale ();
  const CorMoney   margin = cor_money_new (-result->quote.cost.fx_margin_receive, result->terms.receive);
  g_autofree char *mid = cor_rate_format_short (result->terms.mid);
  g_autofree char *money = cor_amount_format (margin, locale);
  g_autofree char *bps = cor_amount_format_number (result->quote.cost.fx_margin_bps, locale);

  /* Translators: a reference rate, what it is and of which day, then the difference in money and in basis points */
  return g_strdup_printf (_ ("%s, %s: %s, %s bps"), mid, result->terms.mid_source, money, bps);
}

static void
show_cost (CorQuoteResultBar    *self,
           const CorQuoteResult *result)
{
  const CorQuoteCost *cost = &result->quote.cost;
  g_autofree char    *share = NULL;
  g_autofree char    *words = NULL;
  CorDecimal          percent = cost->total_cost_percent;

  gtk_widget_set_visible (self->cost_box, cost->has_mid);
  if (!cost->has_mid)
    return;
  cor_decimal_round (cost->total_cost_percent, 2, COR_ROUNDING_HALF_UP, &percent);
  share = cor_amount_format_number (percent, cor_amount_get_user_locale ());
  words = g_strdup_printf ("%s %%", share);
  set_money (self->cost, cor_money_new (cost->total_cost, result->terms.send));
  gtk_label_set_label (self->cost_share, words);
}

static void
show_rate (CorQuoteResultBar    *self,
           const CorQuoteResult *result)
{
  g_autofree char *rate = cor_rate_format_short (result->terms.rate);
  g_autofree char *words = result->quote.cost.has_mid && result->terms.send != result->terms.receive ? dup_reference_words (result) : NULL;

  gtk_label_set_label (self->rate, rate);
  gtk_label_set_label (self->reference, words != NULL ? words : _ ("No reference rate: nothing to compare with"));
  gtk_widget_set_visible (GTK_WIDGET (self->stale), cor_quote_form_is_stale (self->form));
}

static void
show_schedule (CorQuoteResultBar *self)
{
  const CorFeeSchedule *schedule = cor_quote_form_get_schedule (self->form);
  g_autofree char      *words = NULL;

  if (schedule != NULL && schedule->is_example)
    /* Translators: the name of a fee schedule and its version */
    words = g_strdup_printf (_ ("%s, version %s: an example with invented prices"), cor_fee_schedule_get_title (schedule, NULL), schedule->version);
  else if (schedule != NULL)
    words = g_strdup_printf (_ ("Prices of %s, version %s"), cor_fee_schedule_get_title (schedule, NULL), schedule->version);
  gtk_label_set_label (self->schedule, words != NULL ? words : "");
}

/* The rule, and what is left of it. */
static void
show_lock (CorQuoteResultBar *self)
{
  gint64           end = cor_quote_form_get_lock_end (self->form);
  gint64           left = end - self->now;
  guint            minutes = cor_quote_form_get_lock_minutes (self->form);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->lock, end > 0);
  gtk_widget_set_visible (self->renew, left <= 0);
  if (end == 0)
    return;
  if (left > 0)
    /* Translators: how long a quoted rate holds by the schedule; then minutes and seconds that are left of it */
    words = g_strdup_printf (_ ("By the schedule a rate holds for %u min; %d:%02d left"), minutes, (int) (left / 60), (int) (left % 60));
  else
    words = g_strdup_printf (_ ("By the schedule a rate holds for %u min; this one no longer does"), minutes);
  gtk_label_set_label (self->lock_words, words);
}

static void
on_form_changed (CorQuoteResultBar *self)
{
  const CorQuoteResult *result = cor_quote_form_get_chosen (self->form);

  gtk_widget_set_visible (self->paid_box, result->is_there);
  gtk_widget_set_visible (self->cost_box, result->is_there);
  gtk_widget_set_visible (self->rate_box, result->is_there);
  gtk_widget_set_visible (GTK_WIDGET (self->certainty), result->is_there);
  gtk_label_set_label (self->amount, "—");
  gtk_label_set_label (self->code, "");
  show_schedule (self);
  show_lock (self);
  if (result->is_there)
    {
      CorMoney         recipient = cor_money_new (result->quote.flow.recipient, result->terms.receive);
      g_autofree char *number = cor_amount_format_number (cor_money_to_decimal (recipient), cor_amount_get_user_locale ());

      gtk_label_set_label (self->amount, number);
      gtk_label_set_label (self->code, recipient.currency->code);
      gtk_label_set_label (self->certainty, cor_quote_get_certainty (&result->terms) == COR_CERTAINTY_EXACT ? _ ("exact") : _ ("expected"));
      set_money (self->paid, cor_money_new (result->quote.flow.debit, result->terms.send));
      show_cost (self, result);
      show_rate (self, result);
    }
}

static void
on_renew_clicked (CorQuoteResultBar *self)
{
  cor_quote_form_renew (self->form, self->now);
}

static void
cor_quote_result_bar_dispose (GObject *object)
{
  CorQuoteResultBar *self = COR_QUOTE_RESULT_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_QUOTE_RESULT_BAR);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (cor_quote_result_bar_parent_class)->dispose (object);
}

static void
cor_quote_result_bar_class_init (CorQuoteResultBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_quote_result_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "corquoteresultbar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/fees/cor-quote-result-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, amount);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, certainty);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, code);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, cost);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, cost_box);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, cost_share);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, facts);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, lock);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, lock_words);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, paid);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, paid_box);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, rate);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, rate_box);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, reference);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, renew);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, root);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, schedule);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteResultBar, stale);
  gtk_widget_class_bind_template_callback (widget_class, on_renew_clicked);
}

static void
cor_quote_result_bar_init (CorQuoteResultBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->facts, cor_wrap_layout_new (18));
}

/**
 * cor_quote_result_bar_set_form:
 * @form: (transfer none): whose answer is shown; to be called once
 */
void
cor_quote_result_bar_set_form (CorQuoteResultBar *self,
                               CorQuoteForm      *form)
{
  g_return_if_fail (COR_IS_QUOTE_RESULT_BAR (self) && self->form == NULL);

  self->form = g_object_ref (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (on_form_changed), self, G_CONNECT_SWAPPED);
  on_form_changed (self);
}

/**
 * cor_quote_result_bar_set_now:
 * @now: seconds since 1970: what is left of the lock is told
 */
void
cor_quote_result_bar_set_now (CorQuoteResultBar *self,
                              gint64             now)
{
  g_return_if_fail (COR_IS_QUOTE_RESULT_BAR (self));

  self->now = now;
  if (self->form != NULL)
    show_lock (self);
}
