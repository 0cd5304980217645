/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-bearer-cards"

#include "config.h"

#include "cor-bearer-cards.h"

#include "cor-amount.h"
#include "cor-unparent.h"
#include "cor-wrap-layout.h"

#include <glib/gi18n-lib.h>

/*
 * CorBearerCards: OUR, SHA and BEN beside each other. Each is a button that chooses it.
 *
 * CSS nodes: corbearercards > button.bearer[.chosen]
 */
struct _CorBearerCards
{
  GtkWidget parent_instance;

  CorQuoteForm *form; /* owned */
  GtkWidget    *cards[3];
};

G_DEFINE_FINAL_TYPE (CorBearerCards, cor_bearer_cards, GTK_TYPE_WIDGET)

static const CorChargeBearer bearers[] = { COR_BEARER_OUR, COR_BEARER_SHA, COR_BEARER_BEN };

static const char *
describe (CorChargeBearer bearer)
{
  switch (bearer)
    {
    case COR_BEARER_OUR:
      return _ ("sender pays all");
    case COR_BEARER_BEN:
      return _ ("recipient pays all");
    case COR_BEARER_SHA:
    default:
      return _ ("shared");
    }
}

static GtkWidget *
make_label (const char        *text,
            float              xalign,
            const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_css_classes (label, (const char **) classes);
  return label;
}

static GtkWidget *
make_fact (const char *title,
           CorMoney    money,
           gboolean    is_strong)
{
  static const char *const title_classes[] = { "cor-caption", "cor-dim", NULL };
  static const char *const plain_classes[] = { "numeric", NULL };
  static const char *const strong_classes[] = { "numeric", "heading", NULL };
  GtkWidget               *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char         *amount = cor_amount_format (money, cor_amount_get_user_locale ());

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (title, 0, title_classes));
  gtk_box_append (GTK_BOX (box), make_label (amount, 0, is_strong ? strong_classes : plain_classes));
  return box;
}

static GtkWidget *
make_facts (const CorQuoteResult *result)
{
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  /* an amount is never cut short: where three do not fit, they go on in the next line */
  gtk_widget_set_layout_manager (facts, cor_wrap_layout_new (12));
  gtk_box_append (GTK_BOX (facts), make_fact (_ ("Sender pays"), cor_money_new (result->quote.flow.debit, result->terms.send), FALSE));
  gtk_box_append (GTK_BOX (facts), make_fact (_ ("Recipient gets"), cor_money_new (result->quote.flow.recipient, result->terms.receive), TRUE));
  if (result->quote.cost.has_mid)
    gtk_box_append (GTK_BOX (facts), make_fact (_ ("Total cost"), cor_money_new (result->quote.cost.total_cost, result->terms.send), FALSE));
  return facts;
}

static GtkWidget *
make_content (CorQuoteForm   *form,
              CorChargeBearer bearer)
{
  static const char *const key_classes[] = { "heading", NULL };
  static const char *const dim_classes[] = { "cor-caption", "cor-dim", NULL };
  const CorQuoteResult    *result = cor_quote_form_get_result (form, bearer);
  GtkWidget               *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget               *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget               *problem = NULL;

  gtk_box_append (GTK_BOX (head), make_label (cor_charge_bearer_get_key (bearer), 0, key_classes));
  gtk_box_append (GTK_BOX (head), make_label (describe (bearer), 0, dim_classes));
  gtk_box_append (GTK_BOX (box), head);
  if (result->is_there)
    gtk_box_append (GTK_BOX (box), make_facts (result));
  else if (result->problem != NULL)
    {
      problem = make_label (result->problem, 0, dim_classes);
      gtk_label_set_wrap (GTK_LABEL (problem), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (problem), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), problem);
    }
  return box;
}

static void
on_form_changed (CorBearerCards *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (bearers); i++)
    {
      gtk_button_set_child (GTK_BUTTON (self->cards[i]), make_content (self->form, bearers[i]));
      if (bearers[i] == cor_quote_form_get_bearer (self->form))
        gtk_widget_add_css_class (self->cards[i], "chosen");
      else
        gtk_widget_remove_css_class (self->cards[i], "chosen");
    }
}

static void
on_clicked (CorBearerCards *self,
            GtkWidget      *card)
{
  for (guint i = 0; i < G_N_ELEMENTS (bearers); i++)
    if (self->cards[i] == card)
      cor_quote_form_set_bearer (self->form, bearers[i]);
}

static void
cor_bearer_cards_dispose (GObject *object)
{
  CorBearerCards *self = COR_BEARER_CARDS (object);

  cor_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->form);

  G_OBJECT_CLASS (cor_bearer_cards_parent_class)->dispose (object);
}

static void
cor_bearer_cards_class_init (CorBearerCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_bearer_cards_dispose;

  gtk_widget_class_set_css_name (widget_class, "corbearercards");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cor_bearer_cards_init (CorBearerCards *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  for (guint i = 0; i < G_N_ELEMENTS (bearers); i++)
    {
      self->cards[i] = gtk_button_new ();
      gtk_widget_add_css_class (self->cards[i], "bearer");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, cor_charge_bearer_get_key (bearers[i]), -1);
      gtk_widget_set_parent (self->cards[i], GTK_WIDGET (self));
      g_signal_connect_object (self->cards[i], "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
    }
}

/**
 * cor_bearer_cards_new:
 * @form: (transfer none): whose answers are shown
 *
 * Returns: (transfer floating): the three cards
 */
GtkWidget *
cor_bearer_cards_new (CorQuoteForm *form)
{
  CorBearerCards *self = g_object_new (COR_TYPE_BEARER_CARDS, NULL);

  self->form = g_object_ref (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (on_form_changed), self, G_CONNECT_SWAPPED);
  on_form_changed (self);
  return GTK_WIDGET (self);
}
