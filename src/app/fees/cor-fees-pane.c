/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fees-pane"

#include "config.h"

#include "cor-fees-pane.h"

#include "cor-context-tab.h"
#include "cor-fees-board.h"

/*
 * CorFeesPane: the tab beside a conversation with the same calculation as the page of fees, in one column.
 *
 * CSS nodes: corfeespane
 */
struct _CorFeesPane
{
  GtkWidget parent_instance;

  CorFeesBoard *board;    /* borrowed: child */
  GtkWidget    *scroller; /* owned: child */
};

static void cor_fees_pane_tab_init (CorContextTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CorFeesPane, cor_fees_pane, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (COR_TYPE_CONTEXT_TAB, cor_fees_pane_tab_init))

static void
cor_fees_pane_set_session (CorContextTab *tab,
                           CorSession    *session)
{
  cor_fees_board_set_session (COR_FEES_PANE (tab)->board, session);
}

static void
cor_fees_pane_set_conversation (CorContextTab *tab,
                                gint64         conversation)
{
  cor_fees_board_set_conversation (COR_FEES_PANE (tab)->board, conversation);
}

static void
cor_fees_pane_tab_init (CorContextTabInterface *iface)
{
  iface->set_session = cor_fees_pane_set_session;
  iface->set_conversation = cor_fees_pane_set_conversation;
}

static void
cor_fees_pane_dispose (GObject *object)
{
  g_clear_pointer (&COR_FEES_PANE (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_fees_pane_parent_class)->dispose (object);
}

static void
cor_fees_pane_class_init (CorFeesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_fees_pane_dispose;

  gtk_widget_class_set_css_name (widget_class, "corfeespane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cor_fees_pane_init (CorFeesPane *self)
{
  self->board = COR_FEES_BOARD (cor_fees_board_new ());
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->board));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * cor_fees_pane_take_payment:
 *
 * As cor_fees_board_take_payment().
 */
void
cor_fees_pane_take_payment (CorFeesPane          *self,
                            const CorPaymentView *view)
{
  g_return_if_fail (COR_IS_FEES_PANE (self));

  cor_fees_board_take_payment (self->board, view);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}
