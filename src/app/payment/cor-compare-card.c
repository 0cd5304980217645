/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-compare-card"

#include "config.h"

#include "cor-compare-card.h"

#include "cor-payment-words.h"
#include "cor-unparent.h"

#include <glib/gi18n-lib.h>

/*
 * CorCompareCard: what was quoted against what came, component by component, and below whose doing the difference is.
 *
 * CSS nodes: corcomparecard.card > grid, label.difference …
 */
struct _CorCompareCard
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CorCompareCard, cor_compare_card, GTK_TYPE_WIDGET)

static void
attach (GtkGrid *grid, int column, int row, const char *text, const char *class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", column == 0 ? 0.0f : 1.0f, "hexpand", column == 0, "wrap", column == 0,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "valign", GTK_ALIGN_START,
                                   "justify", column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT, NULL);

  gtk_widget_add_css_class (label, class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static char *
dup_side (CorMoney money, CorDecimal rate)
{
  if (rate.digits != 0)
    return cor_decimal_to_string (rate);
  return cor_payment_words_dup_amount (money);
}

static void
add_line (GtkGrid *grid, int row, const CorPaymentLine *line)
{
  g_autofree char *quoted = dup_side (line->quoted, line->quoted_rate);
  g_autofree char *actual = dup_side (line->actual, line->actual_rate);
  gboolean         is_known = line->actual.currency != NULL || line->actual_rate.digits != 0;
  g_autofree char *sure = is_known ? g_strdup_printf ("%s\n%s", actual, cor_payment_words_get_certainty (line->certainty)) : g_steal_pointer (&actual);

  attach (grid, 0, row, cor_payment_words_get_line (line), "what");
  attach (grid, 1, row, quoted, "figure");
  attach (grid, 2, row, sure, is_known ? "figure" : "unknown");
}

static void
cor_compare_card_dispose (GObject *object)
{
  cor_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (cor_compare_card_parent_class)->dispose (object);
}

static void
cor_compare_card_class_init (CorCompareCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_compare_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "corcomparecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cor_compare_card_init (CorCompareCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

static void
add_differences (CorCompareCard *self, const CorPaymentView *view)
{
  for (guint i = 0; i < view->differences->len; i++)
    {
      g_autofree char *text = cor_payment_words_dup_difference (view->differences->pdata[i]);
      GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

      gtk_widget_add_css_class (label, "difference");
      gtk_widget_set_parent (label, GTK_WIDGET (self));
    }
}

/**
 * cor_compare_card_set_view:
 * @view: a payment; the card is hidden where nothing was quoted
 */
void
cor_compare_card_set_view (CorCompareCard *self, const CorPaymentView *view)
{
  GtkGrid *grid;

  g_return_if_fail (COR_IS_COMPARE_CARD (self));

  cor_unparent_children (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), view->lines->len > 0);
  if (view->lines->len == 0)
    return;
  grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 3);
  gtk_widget_set_parent (GTK_WIDGET (grid), GTK_WIDGET (self));
  attach (grid, 0, 0, "", "head");
  attach (grid, 1, 0, C_ ("amount", "Quoted"), "head");
  attach (grid, 2, 0, C_ ("amount", "Actual"), "head");
  for (guint i = 0; i < view->lines->len; i++)
    add_line (grid, (int) i + 1, view->lines->pdata[i]);
  add_differences (self, view);
}
