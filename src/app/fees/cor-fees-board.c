/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fees-board"

#include "config.h"

#include "cor-fees-board.h"

#include "cor-amount.h"
#include "cor-bearer-cards.h"
#include "cor-fees-layout.h"
#include "cor-quote-inputs.h"
#include "cor-quote-payment.h"
#include "cor-quote-reply.h"
#include "cor-quote-result-bar.h"
#include "cor-quote-steps.h"
#include "cor-rate-card.h"
#include "cor-unparent.h"
#include "cor-waterfall.h"

#include <glib/gi18n-lib.h>

/*
 * CorFeesBoard: a calculation with all its parts, in as many columns as there is room for: the page of fees, and the tab beside a
 * conversation.
 *
 * CSS nodes: corfeesboard > .cor-board-card
 */
struct _CorFeesBoard
{
  GtkWidget parent_instance;

  CorSession   *session; /* owned, or NULL */
  CorQuoteForm *form;    /* owned, or NULL */
  guint         second;  /* a timer, while it is on the screen */

  GtkWidget *cut;       /* borrowed: where the waterfall is cut */
  GtkWidget *inputs;    /* borrowed */
  GtkWidget *reply;     /* borrowed */
  GtkWidget *result;    /* borrowed */
  GtkWidget *waterfall; /* borrowed */
};

G_DEFINE_FINAL_TYPE (CorFeesBoard, cor_fees_board, GTK_TYPE_WIDGET)

/* What one looks at first, where nothing was asked yet. */
#define FIRST_SEND "USD"
#define FIRST_RECEIVE "EUR"
#define FIRST_AMOUNT 100000

static GtkWidget *
make_card (const char *title,
           GtkWidget  *aside,
           GtkWidget  *content)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = NULL;

  gtk_widget_add_css_class (card, "cor-board-card");
  if (title != NULL)
    {
      label = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (head), label);
      if (aside != NULL)
        gtk_box_append (GTK_BOX (head), aside);
      gtk_box_append (GTK_BOX (card), head);
    }
  gtk_box_append (GTK_BOX (card), content);
  return card;
}

static void
add_part (CorFeesBoard *self,
          CorFeesPart   part,
          GtkWidget    *widget)
{
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  cor_fees_layout_set_part (COR_FEES_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), part, widget);
}

static void
show_cut (CorFeesBoard         *self,
          const CorQuoteResult *chosen)
{
  double           base = cor_waterfall_get_base (COR_WATERFALL (self->waterfall));
  g_autofree char *amount = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->cut, base > 0);
  if (base <= 0)
    return;
  amount = cor_amount_format_number ((CorDecimal){ (gint64) base, 0 }, cor_amount_get_user_locale ());
  /* Translators: bars of a picture do not begin at zero but at this amount, such as 893 EUR */
  words = g_strdup_printf (_ ("bars cut below %s %s"), amount, chosen->terms.receive->code);
  gtk_label_set_label (GTK_LABEL (self->cut), words);
}

static void
on_form_changed (CorFeesBoard *self)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (self->form);

  if (chosen->is_there)
    cor_waterfall_set_quote (COR_WATERFALL (self->waterfall), &chosen->terms, &chosen->quote);
  else
    cor_waterfall_set_quote (COR_WATERFALL (self->waterfall), NULL, NULL);
  show_cut (self, chosen);
  gtk_widget_set_visible (gtk_widget_get_parent (self->waterfall), chosen->is_there);
}

static gboolean
on_second (gpointer user_data)
{
  CorFeesBoard *self = user_data;
  gint64        now = cor_session_get_now (self->session);

  cor_quote_form_set_now (self->form, now);
  cor_quote_result_bar_set_now (COR_QUOTE_RESULT_BAR (self->result), now);
  return G_SOURCE_CONTINUE;
}

static void
cor_fees_board_map (GtkWidget *widget)
{
  CorFeesBoard *self = COR_FEES_BOARD (widget);

  GTK_WIDGET_CLASS (cor_fees_board_parent_class)->map (widget);
  if (self->session == NULL)
    return;
  on_second (self);
  self->second = g_timeout_add_seconds (1, on_second, self);
}

static void
cor_fees_board_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&COR_FEES_BOARD (widget)->second, g_source_remove);

  GTK_WIDGET_CLASS (cor_fees_board_parent_class)->unmap (widget);
}

static void
cor_fees_board_dispose (GObject *object)
{
  CorFeesBoard *self = COR_FEES_BOARD (object);

  g_clear_handle_id (&self->second, g_source_remove);
  cor_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->form);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_fees_board_parent_class)->dispose (object);
}

static void
cor_fees_board_class_init (CorFeesBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_fees_board_dispose;
  widget_class->map = cor_fees_board_map;
  widget_class->unmap = cor_fees_board_unmap;

  gtk_widget_class_set_css_name (widget_class, "corfeesboard");
  gtk_widget_class_set_layout_manager_type (widget_class, COR_TYPE_FEES_LAYOUT);
}

static void
cor_fees_board_init (CorFeesBoard *self)
{
}

/**
 * cor_fees_board_new:
 *
 * Returns: (transfer floating): empty until it has a session
 */
GtkWidget *
cor_fees_board_new (void)
{
  return g_object_new (COR_TYPE_FEES_BOARD, NULL);
}

static void
make_parts (CorFeesBoard *self)
{
  g_autoptr (CorRateHistory) history = cor_rate_history_new (cor_session_get_store (self->session), cor_session_get_now (self->session));
  GtkWidget *rate = g_object_new (COR_TYPE_RATE_CARD, NULL);

  self->result = g_object_new (COR_TYPE_QUOTE_RESULT_BAR, NULL);
  self->inputs = g_object_new (COR_TYPE_QUOTE_INPUTS, NULL);
  self->reply = g_object_new (COR_TYPE_QUOTE_REPLY, NULL);
  self->waterfall = cor_waterfall_new ();
  self->cut = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->cut, "cor-caption");
  gtk_widget_add_css_class (self->cut, "cor-dim");
  cor_quote_result_bar_set_form (COR_QUOTE_RESULT_BAR (self->result), self->form);
  cor_quote_inputs_set_form (COR_QUOTE_INPUTS (self->inputs), self->form);
  cor_quote_reply_set_form (COR_QUOTE_REPLY (self->reply), self->form, self->session);
  cor_rate_card_set_form (COR_RATE_CARD (rate), self->form, history);

  add_part (self, COR_FEES_RESULT, make_card (NULL, NULL, self->result));
  add_part (self, COR_FEES_INPUTS, make_card (NULL, NULL, self->inputs));
  add_part (self, COR_FEES_WATERFALL, make_card (_ ("From sent to received"), self->cut, self->waterfall));
  add_part (self, COR_FEES_BEARERS, make_card (_ ("If the charges were borne differently"), NULL, cor_bearer_cards_new (self->form)));
  add_part (self, COR_FEES_REPLY, make_card (NULL, NULL, self->reply));
  add_part (self, COR_FEES_RATE, make_card (NULL, NULL, rate));
  add_part (self, COR_FEES_STEPS, make_card (_ ("How it adds up"), NULL, cor_quote_steps_new (self->form)));
}

/**
 * cor_fees_board_set_session:
 *
 * To be called once, before anything else. Begins with a usual pair, so that there is something to change.
 */
void
cor_fees_board_set_session (CorFeesBoard *self,
                            CorSession   *session)
{
  const CorCurrency *send = cor_currency_find (FIRST_SEND);
  g_autofree char   *amount = cor_amount_format_number (cor_money_to_decimal (cor_money_new (FIRST_AMOUNT, send)), cor_amount_get_user_locale ());
  gint64             now = cor_session_get_now (session);

  g_return_if_fail (COR_IS_FEES_BOARD (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->form = cor_quote_form_new (cor_session_get_store (session), now);
  make_parts (self);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (on_form_changed), self, G_CONNECT_SWAPPED);
  cor_quote_form_set_pair (self->form, send, cor_currency_find (FIRST_RECEIVE));
  cor_quote_form_set_amount (self->form, COR_SIDE_SEND, amount);
  on_form_changed (self);
}

/**
 * cor_fees_board_set_conversation:
 * @conversation: local id: whose customer is told; 0: nobody
 */
void
cor_fees_board_set_conversation (CorFeesBoard *self,
                                 gint64        conversation)
{
  g_return_if_fail (COR_IS_FEES_BOARD (self));

  if (self->reply != NULL)
    cor_quote_reply_set_conversation (COR_QUOTE_REPLY (self->reply), conversation);
}

/**
 * cor_fees_board_take_payment:
 * @view: what may be shown of a payment
 *
 * Asks what that payment was to cost and to bring, by the schedule and the reference of its day, at the rate that was promised.
 */
void
cor_fees_board_take_payment (CorFeesBoard         *self,
                             const CorPaymentView *view)
{
  g_autofree char *rate = NULL;
  gboolean         has_day;
  GDate            day;

  g_return_if_fail (COR_IS_FEES_BOARD (self) && self->form != NULL);

  if (!cor_quote_payment_is_enough (view))
    return;
  rate = cor_quote_payment_dup_rate (view);
  has_day = cor_quote_payment_get_day (view, cor_session_get_time_zone (self->session), &day);
  cor_quote_payment_take (self->form, view);
  cor_quote_inputs_type (COR_QUOTE_INPUTS (self->inputs), has_day ? &day : NULL, rate);
}

/**
 * cor_fees_board_focus:
 *
 * Puts the focus where one begins.
 */
void
cor_fees_board_focus (CorFeesBoard *self)
{
  g_return_if_fail (COR_IS_FEES_BOARD (self));

  if (self->inputs != NULL)
    cor_quote_inputs_focus (COR_QUOTE_INPUTS (self->inputs));
}

/**
 * cor_fees_board_get_form:
 *
 * Returns: (transfer none) (nullable): what is asked; %NULL without a session
 */
CorQuoteForm *
cor_fees_board_get_form (CorFeesBoard *self)
{
  g_return_val_if_fail (COR_IS_FEES_BOARD (self), NULL);

  return self->form;
}
