/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-browser"

#include "config.h"

#include "cor-payment-browser.h"

#include "cor-payment-reference.h"
#include "cor-payment-row.h"
#include "cor-str.h"

#include <glib/gi18n-lib.h>

/*
 * CorPaymentBrowser: the payments that this desk knows of, one kind of them at a time. What is chosen is a reference:
 * a list that changes never changes what is read. Where nothing fits that has the shape of a reference, the services
 * can be asked.
 *
 * "chosen" (reference): the agent chose a payment, or wants one looked up.
 *
 * CSS nodes: corpaymentbrowser
 */
struct _CorPaymentBrowser
{
  GtkWidget parent_instance;

  CorPaymentList     *list;       /* owned, or NULL */
  GtkSingleSelection *selection;  /* owned, or NULL */
  char               *selected;   /* owned: reference, NULL none */
  gboolean            is_showing; /* the selection is set by us */
  gboolean            is_at_top;  /* nobody had scrolled when the rows changed */

  /* Template */
  GtkDropDown *filter;
  GtkListView *list_view;
  GtkButton   *look_up;
  GtkLabel    *nothing;
  GtkWidget   *root;
  GtkStack    *stack;
};

G_DEFINE_FINAL_TYPE (CorPaymentBrowser, cor_payment_browser, GTK_TYPE_WIDGET)

static guint chosen_signal;

static const char *
get_filter_title (CorPaymentFilter filter)
{
  switch (filter)
    {
    case COR_PAYMENT_FILTER_OPEN:
      return C_ ("payments", "Open");
    case COR_PAYMENT_FILTER_LATE:
      return C_ ("payments", "Late against the estimate");
    case COR_PAYMENT_FILTER_BACK:
      return C_ ("payments", "Rejected, returned, recalled");
    case COR_PAYMENT_FILTER_DELIVERED:
      return C_ ("payments", "Delivered");
    case COR_PAYMENT_FILTER_HELD:
      return C_ ("payments", "With compliance");
    case COR_PAYMENT_FILTER_ALL:
    case COR_N_PAYMENT_FILTERS:
    default:
      return C_ ("payments", "All");
    }
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, cor_payment_row_new ());
}

static void
on_bind (CorPaymentBrowser *self, GtkListItem *item)
{
  CorPaymentItem *payment = gtk_list_item_get_item (item);

  cor_payment_row_set_item (COR_PAYMENT_ROW (gtk_list_item_get_child (item)), payment);
  cor_payment_list_ask_about (self->list, payment);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  cor_payment_row_set_item (COR_PAYMENT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
show_selected (CorPaymentBrowser *self)
{
  guint place = self->selected != NULL ? cor_payment_list_find (self->list, self->selected) : G_MAXUINT;

  self->is_showing = TRUE;
  gtk_single_selection_set_selected (self->selection, place == G_MAXUINT ? GTK_INVALID_LIST_POSITION : place);
  self->is_showing = FALSE;
}

static void
show_counts (CorPaymentBrowser *self)
{
  GtkStringList *titles = GTK_STRING_LIST (gtk_drop_down_get_model (self->filter));

  self->is_showing = TRUE;
  for (guint i = 0; i < COR_N_PAYMENT_FILTERS; i++)
    {
      guint            n = cor_payment_list_get_n_of (self->list, (CorPaymentFilter) i);
      g_autofree char *title = n > 0 ? g_strdup_printf ("%s %'u", get_filter_title ((CorPaymentFilter) i), n) : g_strdup (get_filter_title ((CorPaymentFilter) i));
      const char      *titled[] = { title, NULL };

      if (g_strcmp0 (gtk_string_list_get_string (titles, i), title) != 0)
        gtk_string_list_splice (titles, i, 1, titled);
    }
  gtk_drop_down_set_selected (self->filter, cor_payment_list_get_filter (self->list));
  self->is_showing = FALSE;
}

/* What there is to say where no row is. */
static void
show_nothing (CorPaymentBrowser *self)
{
  const char      *query = cor_payment_list_get_query (self->list);
  gboolean         is_reference = cor_reference_recognise (query, NULL) != COR_REFERENCE_NONE;
  g_autofree char *text = NULL;
  g_autofree char *brief = cor_dup_brief (query);
  g_autofree char *ask = g_strdup_printf (_ ("Look up %s"), brief);

  if (*query != '\0')
    text = g_strdup_printf (is_reference ? _ ("“%s” is not among the payments that this desk knows.") : _ ("Nothing for “%s”."), brief);
  else if (cor_payment_list_get_filter (self->list) != COR_PAYMENT_FILTER_ALL)
    text = g_strdup (_ ("There is no such payment."));
  else
    text = g_strdup (_ ("No payment is known here yet. Those of your conversations appear by themselves; any other is looked up above, by its number, UETR or transfer number."));
  gtk_label_set_label (self->nothing, text);
  gtk_button_set_label (self->look_up, ask);
  gtk_widget_set_visible (GTK_WIDGET (self->look_up), is_reference);
}

/* Connected before the view of the list is, which keeps to the row that was first: what is asked about rises as soon as
 * its day is known, and would take an agent who has not scrolled down with it. */
static void
on_items_changed (CorPaymentBrowser *self)
{
  self->is_at_top = self->is_at_top || gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view))) <= 0;
}

static void
on_loaded (CorPaymentBrowser *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;

  if (self->is_at_top && !is_empty)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
  self->is_at_top = FALSE;
  show_counts (self);
  show_selected (self);
  if (is_empty)
    show_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "nothing" : "list");
}

static void
choose (CorPaymentBrowser *self, const char *reference)
{
  cor_set_str (&self->selected, reference);
  g_signal_emit (self, chosen_signal, 0, self->selected);
}

static void
on_selected (CorPaymentBrowser *self)
{
  CorPaymentItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_showing || item == NULL || g_strcmp0 (cor_payment_item_get_view (item)->reference, self->selected) == 0)
    return;
  choose (self, cor_payment_item_get_view (item)->reference);
}

static void
on_row_activated (CorPaymentBrowser *self, guint position)
{
  g_autoptr (CorPaymentItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    choose (self, cor_payment_item_get_view (item)->reference); /* again too: a narrow window goes to it */
}

static void
action_open (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorPaymentBrowser *self = COR_PAYMENT_BROWSER (widget);

  choose (self, g_variant_get_string (parameter, NULL));
  show_selected (self);
}

static void
on_filter_changed (CorPaymentBrowser *self)
{
  guint filter = gtk_drop_down_get_selected (self->filter);

  if (!self->is_showing && self->list != NULL && filter < COR_N_PAYMENT_FILTERS)
    cor_payment_list_set_filter (self->list, (CorPaymentFilter) filter);
}

static void
on_look_up_clicked (CorPaymentBrowser *self)
{
  g_autofree char *reference = NULL;

  if (cor_reference_recognise (cor_payment_list_get_query (self->list), &reference) != COR_REFERENCE_NONE)
    choose (self, reference);
}

static void
cor_payment_browser_dispose (GObject *object)
{
  CorPaymentBrowser *self = COR_PAYMENT_BROWSER (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PAYMENT_BROWSER);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (cor_payment_browser_parent_class)->dispose (object);
}

static void
cor_payment_browser_finalize (GObject *object)
{
  g_free (COR_PAYMENT_BROWSER (object)->selected);

  G_OBJECT_CLASS (cor_payment_browser_parent_class)->finalize (object);
}

static void
cor_payment_browser_class_init (CorPaymentBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_payment_browser_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_payment_browser_finalize;

  chosen_signal = g_signal_new ("chosen", COR_TYPE_PAYMENT_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "corpaymentbrowser");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-payment-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, CorPaymentBrowser, filter);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentBrowser, list_view);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentBrowser, look_up);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentBrowser, nothing);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentBrowser, root);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentBrowser, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_look_up_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_install_action (widget_class, "payments.open", "s", action_open);
}

static void
cor_payment_browser_init (CorPaymentBrowser *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < COR_N_PAYMENT_FILTERS; i++)
    gtk_string_list_append (titles, get_filter_title ((CorPaymentFilter) i));
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (titles));
}

/**
 * cor_payment_browser_new:
 *
 * Returns: (transfer floating): without a list
 */
GtkWidget *
cor_payment_browser_new (void)
{
  return g_object_new (COR_TYPE_PAYMENT_BROWSER, NULL);
}

/**
 * cor_payment_browser_set_list:
 * @list: (transfer none): what it shows; to be called once
 */
void
cor_payment_browser_set_list (CorPaymentBrowser *self, CorPaymentList *list)
{
  g_return_if_fail (COR_IS_PAYMENT_BROWSER (self) && self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
}

/**
 * cor_payment_browser_select:
 * @reference: (nullable): of the payment that is read
 *
 * Marks it, where it is in the list; nobody is told.
 */
void
cor_payment_browser_select (CorPaymentBrowser *self, const char *reference)
{
  g_return_if_fail (COR_IS_PAYMENT_BROWSER (self));

  if (cor_set_str (&self->selected, reference) && self->list != NULL)
    show_selected (self);
}

/**
 * cor_payment_browser_get_selected:
 *
 * Returns: (transfer none) (nullable): the reference of what is read
 */
const char *
cor_payment_browser_get_selected (CorPaymentBrowser *self)
{
  g_return_val_if_fail (COR_IS_PAYMENT_BROWSER (self), NULL);

  return self->selected;
}

/**
 * cor_payment_browser_step:
 * @step: 1 for the next, -1 for the one before; from nowhere to the first
 *
 * Chooses another, as if the agent had done it.
 */
void
cor_payment_browser_step (CorPaymentBrowser *self, int step)
{
  guint n = 0, place = 0;

  g_return_if_fail (COR_IS_PAYMENT_BROWSER (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n == 0)
    return;
  place = self->selected != NULL ? cor_payment_list_find (self->list, self->selected) : G_MAXUINT;
  place = place == G_MAXUINT ? 0 : (guint) CLAMP ((int) place + step, 0, (int) n - 1);
  gtk_single_selection_set_selected (self->selection, place);
}
