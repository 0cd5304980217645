/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-rate-card"

#include "config.h"

#include "cor-rate-card.h"

#include "cor-rate-chart.h"
#include "cor-rate-plot.h"

#include <glib/gi18n-lib.h>

/*
 * CorRateCard: the reference rates of the form's pair: range, lowest, mean and highest, the chart, and the same as a table.
 *
 * CSS nodes: corratecard
 */
struct _CorRateCard
{
  GtkWidget parent_instance;

  CorQuoteForm   *form;    /* owned, or NULL */
  CorRateHistory *history; /* owned, or NULL */

  /* Template */
  CorRateChart    *chart;
  GtkWidget       *ranges;
  GtkWidget       *root;
  GtkWidget       *simulated;
  GtkStack        *stack;
  GtkLabel        *summary;
  GtkColumnView   *table;
  GtkToggleButton *table_button;
  GtkLabel        *title;
};

G_DEFINE_FINAL_TYPE (CorRateCard, cor_rate_card, GTK_TYPE_WIDGET)

/* In the order of CorRateRange. */
static const char *const range_labels[] = { N_ ("1W"), N_ ("1M"), N_ ("3M"), N_ ("1Y"), N_ ("5Y"), N_ ("Max") };
static const char *const range_names[] = { N_ ("One week"), N_ ("One month"), N_ ("Three months"), N_ ("One year"), N_ ("Five years"), N_ ("All since 1999") };

/* A row of the table is a text of two cells; thousands of objects would be no better. */
static GListModel *
make_rows (CorRateCard *self)
{
  guint               n_points = 0;
  const CorRatePoint *points = cor_rate_history_get_points (self->history, &n_points);
  GtkStringList      *rows = gtk_string_list_new (NULL);

  for (guint i = n_points; i > 0; i--)
    {
      g_autofree char *day = cor_rate_plot_format_day (points[i - 1].day, "%Y-%m-%d");
      g_autofree char *rate = cor_rate_format_short (points[i - 1].rate);

      gtk_string_list_take (rows, g_strdup_printf ("%s\t%s", day, rate));
    }
  return G_LIST_MODEL (rows);
}

static void
fill_table (CorRateCard *self)
{
  g_autoptr (GtkSelectionModel) rows = NULL;

  if (gtk_toggle_button_get_active (self->table_button))
    rows = GTK_SELECTION_MODEL (gtk_single_selection_new (make_rows (self)));
  gtk_column_view_set_model (self->table, rows);
}

static void
show_summary (CorRateCard *self)
{
  const CorReferenceSummary *summary = cor_rate_history_get_summary (self->history);
  g_autofree char           *low = NULL;
  g_autofree char           *mean = NULL;
  g_autofree char           *high = NULL;
  g_autofree char           *words = NULL;

  gtk_widget_set_visible (self->simulated, cor_rate_history_is_simulated (self->history));
  if (summary->n_rates == 0)
    {
      gtk_label_set_label (self->summary, "");
      return;
    }
  low = cor_rate_format_short (summary->min);
  mean = cor_rate_format_short (summary->mean);
  high = cor_rate_format_short (summary->max);
  if (cor_rate_history_is_simulated (self->history))
    /* Translators: the lowest, mean and highest rate of some days */
    words = g_strdup_printf (_ ("Low %s, mean %s, high %s"), low, mean, high);
  else
    /* Translators: the lowest, mean and highest reference rate of some days */
    words = g_strdup_printf (_ ("ECB: low %s, mean %s, high %s"), low, mean, high);
  gtk_label_set_label (self->summary, words);
}

static void
on_history_changed (CorRateCard *self)
{
  show_summary (self);
  fill_table (self);
}

static void
on_form_changed (CorRateCard *self)
{
  const CorCurrency    *send = cor_quote_form_get_currency (self->form, COR_SIDE_SEND);
  const CorCurrency    *receive = cor_quote_form_get_currency (self->form, COR_SIDE_RECEIVE);
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (self->form);
  g_autofree char      *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), send != NULL && receive != NULL && send != receive);
  if (send == NULL || receive == NULL)
    return;
  /* Translators: two currencies, such as USD to EUR */
  title = g_strdup_printf (_ ("%s to %s"), send->code, receive->code);
  gtk_label_set_label (self->title, title);
  cor_rate_history_set_last_day (self->history, cor_quote_form_get_date (self->form));
  cor_rate_history_set_pair (self->history, send->code, receive->code);
  cor_rate_chart_set_mark (self->chart, chosen->is_there ? cor_quote_form_get_date (self->form) : NULL, &chosen->terms.rate);
}

static void
on_table_toggled (CorRateCard *self)
{
  gboolean is_table = gtk_toggle_button_get_active (self->table_button);

  if (self->history != NULL)
    fill_table (self);
  gtk_stack_set_visible_child_name (self->stack, is_table ? "table" : "chart");
}

static void
on_range_toggled (CorRateCard     *self,
                  GtkToggleButton *button)
{
  int range = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "range"));

  if (self->history != NULL && gtk_toggle_button_get_active (button))
    cor_rate_history_set_range (self->history, (CorRateRange) range);
}

static void
add_ranges (CorRateCard *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (range_labels); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (range_labels[i]));

      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      gtk_widget_set_tooltip_text (button, _ (range_names[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (range_names[i]), -1);
      g_object_set_data (G_OBJECT (button), "range", GINT_TO_POINTER (i));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == COR_RANGE_QUARTER);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_range_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->ranges), button);
    }
}

static void
on_setup_cell (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cell (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  column)
{
  const char *row = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) cells = g_strsplit (row, "\t", 2);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), cells[GPOINTER_TO_INT (column)]);
}

static void
add_column (CorRateCard *self,
            const char  *title,
            int          index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cell), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cell), GINT_TO_POINTER (index));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->table, column);
}

static void
cor_rate_card_dispose (GObject *object)
{
  CorRateCard *self = COR_RATE_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_RATE_CARD);
  g_clear_object (&self->history);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (cor_rate_card_parent_class)->dispose (object);
}

static void
cor_rate_card_class_init (CorRateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_RATE_CHART);
  G_OBJECT_CLASS (klass)->dispose = cor_rate_card_dispose;

  gtk_widget_class_set_css_name (widget_class, "corratecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/fees/cor-rate-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CorRateCard, chart);
  gtk_widget_class_bind_template_child (widget_class, CorRateCard, ranges);
  gtk_widget_class_bind_template_child (widget_class, CorRateCard, root);
  gtk_widget_class_bind_template_child (widget_class, CorRateCard, simulated);
  gtk_widget_class_bind_template_child (widget_class, CorRateCard, stack);
  gtk_widget_class_bind_template_child (widget_class, CorRateCard, summary);
  gtk_widget_class_bind_template_child (widget_class, CorRateCard, table);
  gtk_widget_class_bind_template_child (widget_class, CorRateCard, table_button);
  gtk_widget_class_bind_template_child (widget_class, CorRateCard, title);
  gtk_widget_class_bind_template_callback (widget_class, on_table_toggled);
}

static void
cor_rate_card_init (CorRateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_ranges (self);
  add_column (self, _ ("Day"), 0);
  add_column (self, _ ("Rate"), 1);
}

/**
 * cor_rate_card_set_form:
 * @form: (transfer none): whose pair and day it is
 * @history: (transfer none): what follows them; to be called once
 */
void
cor_rate_card_set_form (CorRateCard    *self,
                        CorQuoteForm   *form,
                        CorRateHistory *history)
{
  g_return_if_fail (COR_IS_RATE_CARD (self) && self->form == NULL);

  self->form = g_object_ref (form);
  self->history = g_object_ref (history);
  cor_rate_chart_set_history (self->chart, history);
  g_signal_connect_object (form, "changed", G_CALLBACK (on_form_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "changed", G_CALLBACK (on_history_changed), self, G_CONNECT_SWAPPED);
  on_form_changed (self);
}
