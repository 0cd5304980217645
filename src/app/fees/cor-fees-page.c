/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fees-page"

#include "config.h"

#include "cor-fees-page.h"

#include "cor-fees-board.h"
#include "cor-page-head.h"

/*
 * CorFeesPage: what a transfer costs and what arrives, as a full page.
 *
 * CSS nodes: corfeespage
 */
struct _CorFeesPage
{
  CorPage parent_instance;

  /* Template */
  CorFeesBoard *board;
  GtkWidget    *root;
};

G_DEFINE_FINAL_TYPE (CorFeesPage, cor_fees_page, COR_TYPE_PAGE)

static void
cor_fees_page_set_session (CorPage    *page,
                           CorSession *session)
{
  CorFeesPage *self = COR_FEES_PAGE (page);

  cor_fees_board_set_session (self->board, session);
  cor_fees_board_set_conversation (self->board, cor_page_get_conversation (page));
}

static void
cor_fees_page_conversation_changed (CorPage *page)
{
  cor_fees_board_set_conversation (COR_FEES_PAGE (page)->board, cor_page_get_conversation (page));
}

static void
cor_fees_page_enter (CorPage *page)
{
  cor_fees_board_focus (COR_FEES_PAGE (page)->board);
}

static void
cor_fees_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_FEES_PAGE);

  G_OBJECT_CLASS (cor_fees_page_parent_class)->dispose (object);
}

static void
cor_fees_page_class_init (CorFeesPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CorPageClass   *page_class = COR_PAGE_CLASS (klass);

  g_type_ensure (COR_TYPE_FEES_BOARD);
  g_type_ensure (COR_TYPE_PAGE_HEAD);
  object_class->dispose = cor_fees_page_dispose;
  page_class->set_session = cor_fees_page_set_session;
  page_class->enter = cor_fees_page_enter;
  page_class->conversation_changed = cor_fees_page_conversation_changed;

  gtk_widget_class_set_css_name (widget_class, "corfeespage");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/fees/cor-fees-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CorFeesPage, board);
  gtk_widget_class_bind_template_child (widget_class, CorFeesPage, root);
}

static void
cor_fees_page_init (CorFeesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
