/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-row"

#include "config.h"

#include "cor-payment-row.h"

#include "cor-payment-words.h"
#include "cor-pill.h"
#include "cor-reader-locales.h"

#include <glib/gi18n-lib.h>

/*
 * CorPaymentRow: a payment of a list: its number, how it stands, what it comes to and of whom it is. With compliance:
 * its number and that.
 *
 * CSS nodes: corpaymentrow > box
 * Accessibility: the list item around it is named by it; "row.activate" opens it.
 */
struct _CorPaymentRow
{
  GtkWidget parent_instance;

  CorPaymentItem *item; /* owned, or NULL */
  gulong          changed_handler;

  /* Template */
  GtkLabel  *amount;
  GtkLabel  *customer;
  CorPill   *pill;
  GtkLabel  *reference;
  GtkWidget *root;
  GtkWidget *second;
};

G_DEFINE_FINAL_TYPE (CorPaymentRow, cor_payment_row, GTK_TYPE_WIDGET)

static char *
dup_amount (const CorPaymentView *view)
{
  CorMoney         arrived = view->credited.currency != NULL ? view->credited : view->receive;
  g_autofree char *send = view->send.currency != NULL ? cor_payment_words_dup_amount (view->send) : NULL;
  g_autofree char *receive = arrived.currency != NULL ? cor_payment_words_dup_amount (arrived) : NULL;

  if (send != NULL && receive != NULL && view->credited.currency != NULL)
    return g_strdup_printf ("%s → %s", send, receive);
  return g_strdup (send != NULL ? send : receive != NULL ? receive
                                                         : "");
}

static void
show_item (CorPaymentRow *self)
{
  const CorPaymentView *view = cor_payment_item_get_view (self->item);
  const char           *customer = cor_payment_item_get_customer (self->item);
  GtkWidget            *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);
  /* TRANSLATORS: of a payment in the list: whether anybody knows it was not asked so far */
  const char      *label = cor_payment_item_is_asked (self->item) || view->is_held ? cor_standing_get_label (view->standing, locales[0]) : C_ ("payment", "Not asked yet");
  g_autofree char *amount = view->is_held ? g_strdup ("") : dup_amount (view);
  g_autofree char *spoken = g_strjoin (", ", view->reference, label, amount, customer, NULL);

  gtk_label_set_label (self->reference, view->reference);
  cor_pill_set_label (self->pill, label);
  cor_pill_set_hue (self->pill, cor_payment_words_get_hue (view->status));
  gtk_label_set_label (self->amount, amount);
  gtk_label_set_label (self->customer, customer != NULL ? customer : "");
  gtk_widget_set_visible (self->second, *amount != '\0' || customer != NULL);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
action_activate (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "payments.open", "s", cor_payment_item_get_view (COR_PAYMENT_ROW (widget)->item)->reference);
}

static void
cor_payment_row_dispose (GObject *object)
{
  CorPaymentRow *self = COR_PAYMENT_ROW (object);

  cor_payment_row_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PAYMENT_ROW);

  G_OBJECT_CLASS (cor_payment_row_parent_class)->dispose (object);
}

static void
cor_payment_row_class_init (CorPaymentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_PILL);
  G_OBJECT_CLASS (klass)->dispose = cor_payment_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "corpaymentrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-payment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorPaymentRow, amount);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentRow, customer);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentRow, pill);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentRow, reference);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentRow, root);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentRow, second);
  gtk_widget_class_install_action (widget_class, "row.activate", NULL, action_activate);
}

static void
cor_payment_row_init (CorPaymentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_payment_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
cor_payment_row_new (void)
{
  return g_object_new (COR_TYPE_PAYMENT_ROW, NULL);
}

/**
 * cor_payment_row_set_item:
 * @item: (nullable): what it shows and follows
 */
void
cor_payment_row_set_item (CorPaymentRow *self, CorPaymentItem *item)
{
  g_return_if_fail (COR_IS_PAYMENT_ROW (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_handler, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->changed_handler = g_signal_connect_object (item, "changed", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
}
