/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-inputs"

#include "config.h"

#include "cor-quote-inputs.h"

#include "cor-amount.h"
#include "cor-date.h"

#include <glib/gi18n-lib.h>

/*
 * CorQuoteInputs: what a quote is asked with. Typing in one amount finds the other.
 *
 * CSS nodes: corquoteinputs
 */
struct _CorQuoteInputs
{
  GtkWidget parent_instance;

  CorQuoteForm *form;       /* owned, or NULL */
  GPtrArray    *choices[2]; /* owned, of CorCurrency: what the drop-downs have, by side */
  gboolean      is_updating;

  /* Template */
  GtkToggleButton *ben;
  GtkEditable     *date;
  GtkToggleButton *deducted;
  GtkLabel        *fee_title;
  GtkToggleButton *on_top;
  GtkLabel        *other_mode;
  GtkToggleButton *our;
  GtkLabel        *problem;
  GtkEditable     *rate;
  GtkEditable     *receive_amount;
  GtkDropDown     *receive_currency;
  GtkWidget       *root;
  GtkEditable     *send_amount;
  GtkDropDown     *send_currency;
  GtkToggleButton *sha;
};

G_DEFINE_FINAL_TYPE (CorQuoteInputs, cor_quote_inputs, GTK_TYPE_WIDGET)

static GtkDropDown *
get_drop_down (CorQuoteInputs *self,
               CorQuoteSide    side)
{
  return side == COR_SIDE_SEND ? self->send_currency : self->receive_currency;
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

/* Another schedule may have other currencies. */
static void
update_choices (CorQuoteInputs *self,
                CorQuoteSide    side)
{
  const CorFeeSchedule *schedule = cor_quote_form_get_schedule (self->form);
  const CorCurrency    *chosen = cor_quote_form_get_currency (self->form, side);
  g_autoptr (GPtrArray) choices = schedule != NULL ? cor_fee_schedule_dup_currencies (schedule, side == COR_SIDE_SEND) : g_ptr_array_new ();
  g_autoptr (GtkStringList) codes = NULL;
  guint place = 0;

  if (chosen != NULL && !g_ptr_array_find (choices, chosen, NULL))
    g_ptr_array_add (choices, (gpointer) chosen);
  if (!is_same (self->choices[side], choices))
    {
      codes = gtk_string_list_new (NULL);
      for (guint i = 0; i < choices->len; i++)
        gtk_string_list_append (codes, ((const CorCurrency *) choices->pdata[i])->code);
      g_clear_pointer (&self->choices[side], g_ptr_array_unref);
      self->choices[side] = g_ptr_array_ref (choices);
      gtk_drop_down_set_model (get_drop_down (self, side), G_LIST_MODEL (codes));
    }
  if (g_ptr_array_find (self->choices[side], chosen, &place))
    gtk_drop_down_set_selected (get_drop_down (self, side), place);
}

/* The side that was not typed shows what was found. */
static void
update_amounts (CorQuoteInputs *self)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (self->form);
  CorQuoteSide          typed = cor_quote_form_get_side (self->form);
  GtkEditable          *other = typed == COR_SIDE_SEND ? self->receive_amount : self->send_amount;
  GtkEditable          *own = typed == COR_SIDE_SEND ? self->send_amount : self->receive_amount;
  const char           *amount = cor_quote_form_get_amount (self->form);
  g_autofree char      *found = NULL;

  if (chosen->is_there)
    {
      CorMoney money = typed == COR_SIDE_SEND ? cor_money_new (chosen->quote.flow.recipient, chosen->terms.receive)
                                              : cor_money_new (chosen->quote.flow.amount, chosen->terms.send);

      found = cor_amount_format_number (cor_money_to_decimal (money), cor_amount_get_user_locale ());
    }
  gtk_editable_set_text (other, found != NULL ? found : "");
  if (g_strcmp0 (gtk_editable_get_text (own), amount) != 0)
    gtk_editable_set_text (own, amount != NULL ? amount : "");
}

static void
update_mode (CorQuoteInputs *self)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (self->form);
  const CorQuoteResult *other = cor_quote_form_get_other_mode (self->form);
  gboolean              is_deducted = chosen->is_there ? cor_quote_terms_is_deducted (&chosen->terms) : cor_quote_form_get_fee_mode (self->form) == COR_FEE_DEDUCTED;
  gboolean              is_free = cor_quote_form_get_bearer (self->form) != COR_BEARER_BEN;
  const char           *locale = cor_amount_get_user_locale ();

  gtk_toggle_button_set_active (is_deducted ? self->deducted : self->on_top, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->on_top), is_free);
  gtk_label_set_label (self->fee_title, _ ("Our fee"));
  gtk_widget_set_visible (GTK_WIDGET (self->other_mode), is_free && chosen->is_there && other->is_there);
  if (chosen->is_there)
    {
      g_autofree char *fee = cor_amount_format (cor_money_new (chosen->quote.flow.sender_fee, chosen->terms.send), locale);
      /* Translators: an amount such as 10.00 USD */
      g_autofree char *title = g_strdup_printf (_ ("Our fee of %s"), fee);

      gtk_label_set_label (self->fee_title, title);
    }
  if (chosen->is_there && other->is_there)
    {
      CorMoney         money = chosen->quote.is_reverse ? cor_money_new (other->quote.flow.debit, other->terms.send) : cor_money_new (other->quote.flow.recipient, other->terms.receive);
      g_autofree char *amount = cor_amount_format (money, locale);
      g_autofree char *words = g_strdup_printf (is_deducted ? _ ("On top: %s expected.") : _ ("Deducted: %s expected."), amount);

      gtk_label_set_label (self->other_mode, words);
    }
}

static void
on_form_changed (CorQuoteInputs *self)
{
  GtkToggleButton *const bearers[] = { [COR_BEARER_SHA] = self->sha, [COR_BEARER_OUR] = self->our, [COR_BEARER_BEN] = self->ben };
  const CorQuoteResult  *chosen = cor_quote_form_get_chosen (self->form);

  if (self->is_updating)
    return;
  self->is_updating = TRUE;
  update_choices (self, COR_SIDE_SEND);
  update_choices (self, COR_SIDE_RECEIVE);
  update_amounts (self);
  gtk_toggle_button_set_active (bearers[cor_quote_form_get_bearer (self->form)], TRUE);
  update_mode (self);
  gtk_label_set_label (self->problem, chosen->problem != NULL ? chosen->problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), chosen->problem != NULL);
  self->is_updating = FALSE;
}

static void
take_amount (CorQuoteInputs *self,
             CorQuoteSide    side,
             GtkEditable    *entry)
{
  if (!self->is_updating && self->form != NULL)
    cor_quote_form_set_amount (self->form, side, gtk_editable_get_text (entry));
}

static void
on_send_changed (CorQuoteInputs *self)
{
  take_amount (self, COR_SIDE_SEND, self->send_amount);
}

static void
on_receive_changed (CorQuoteInputs *self)
{
  take_amount (self, COR_SIDE_RECEIVE, self->receive_amount);
}

static const CorCurrency *
get_chosen_currency (CorQuoteInputs *self,
                     CorQuoteSide    side)
{
  guint place = gtk_drop_down_get_selected (get_drop_down (self, side));

  return self->choices[side] != NULL && place < self->choices[side]->len ? self->choices[side]->pdata[place] : NULL;
}

static void
on_currency_changed (CorQuoteInputs *self)
{
  if (!self->is_updating && self->form != NULL)
    cor_quote_form_set_pair (self->form, get_chosen_currency (self, COR_SIDE_SEND), get_chosen_currency (self, COR_SIDE_RECEIVE));
}

static void
on_bearer_toggled (CorQuoteInputs  *self,
                   GtkToggleButton *button)
{
  if (self->is_updating || self->form == NULL || !gtk_toggle_button_get_active (button))
    return;
  cor_quote_form_set_bearer (self->form, button == self->our ? COR_BEARER_OUR : button == self->ben ? COR_BEARER_BEN
                                                                                                    : COR_BEARER_SHA);
}

static void
on_mode_toggled (CorQuoteInputs  *self,
                 GtkToggleButton *button)
{
  if (!self->is_updating && self->form != NULL && gtk_toggle_button_get_active (button))
    cor_quote_form_set_fee_mode (self->form, button == self->deducted ? COR_FEE_DEDUCTED : COR_FEE_ON_TOP);
}

static void
on_swap_clicked (CorQuoteInputs *self)
{
  cor_quote_form_set_pair (self->form, cor_quote_form_get_currency (self->form, COR_SIDE_RECEIVE), cor_quote_form_get_currency (self->form, COR_SIDE_SEND));
}

/* Half a date is no other day yet, and says so by its look only. */
static void
on_date_changed (CorQuoteInputs *self)
{
  const char *text = gtk_editable_get_text (self->date);
  gboolean    is_empty = *text == '\0';
  GDate       day;
  gboolean    is_day = cor_date_parse (text, &day);

  if (self->form == NULL)
    return;
  if (is_empty || is_day)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->date), "error");
      cor_quote_form_set_date (self->form, is_day ? &day : NULL);
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date), "error");
}

static void
on_rate_changed (CorQuoteInputs *self)
{
  if (self->form != NULL)
    cor_quote_form_set_rate (self->form, gtk_editable_get_text (self->rate));
}

static void
cor_quote_inputs_dispose (GObject *object)
{
  CorQuoteInputs *self = COR_QUOTE_INPUTS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_QUOTE_INPUTS);
  g_clear_pointer (&self->choices[COR_SIDE_SEND], g_ptr_array_unref);
  g_clear_pointer (&self->choices[COR_SIDE_RECEIVE], g_ptr_array_unref);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (cor_quote_inputs_parent_class)->dispose (object);
}

static void
cor_quote_inputs_class_init (CorQuoteInputsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_quote_inputs_dispose;

  gtk_widget_class_set_css_name (widget_class, "corquoteinputs");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/fees/cor-quote-inputs.ui");
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, ben);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, date);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, deducted);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, fee_title);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, on_top);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, other_mode);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, our);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, problem);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, rate);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, receive_amount);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, receive_currency);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, root);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, send_amount);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, send_currency);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteInputs, sha);
  gtk_widget_class_bind_template_callback (widget_class, on_bearer_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_currency_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_date_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_rate_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_receive_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_send_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_swap_clicked);
}

static void
cor_quote_inputs_init (CorQuoteInputs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_quote_inputs_set_form:
 * @form: (transfer none): what is typed into; to be called once
 */
void
cor_quote_inputs_set_form (CorQuoteInputs *self,
                           CorQuoteForm   *form)
{
  g_return_if_fail (COR_IS_QUOTE_INPUTS (self) && self->form == NULL);

  self->form = g_object_ref (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (on_form_changed), self, G_CONNECT_SWAPPED);
  on_form_changed (self);
}

/**
 * cor_quote_inputs_focus:
 *
 * Puts the focus where one begins, with the amount to be typed over.
 */
void
cor_quote_inputs_focus (CorQuoteInputs *self)
{
  g_return_if_fail (COR_IS_QUOTE_INPUTS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->send_amount));
}

/**
 * cor_quote_inputs_type:
 * @day: (nullable): of the payment; %NULL: today
 * @rate: as one types it; "": the schedule's
 *
 * Puts in what else is typed, as if somebody did.
 */
void
cor_quote_inputs_type (CorQuoteInputs *self,
                       const GDate    *day,
                       const char     *rate)
{
  g_autofree char *text = day != NULL ? cor_date_to_string (day) : g_strdup ("");

  g_return_if_fail (COR_IS_QUOTE_INPUTS (self));

  gtk_editable_set_text (self->date, text);
  gtk_editable_set_text (self->rate, rate);
}
