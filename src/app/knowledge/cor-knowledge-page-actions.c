/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-page-actions"

#include "config.h"

#include "cor-knowledge-page-private.h"

#include "cor-article-editor.h"
#include "cor-gap-filing.h"
#include "cor-gaps-dialog.h"
#include "cor-store-articles.h"

/* What can be done on the page but reading. */

static GtkWindow *
get_window (CorKnowledgePage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
present_editor (CorKnowledgePage *self, const CorArticleData *article)
{
  GtkWidget *editor = cor_article_editor_new (self->session, get_window (self), article);

  g_signal_connect_object (editor, "saved", G_CALLBACK (cor_knowledge_page_open_article), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
action_new (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  present_editor (COR_KNOWLEDGE_PAGE (widget), NULL);
}

static void
action_edit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorKnowledgePage     *self = COR_KNOWLEDGE_PAGE (widget);
  const CorArticleData *article = cor_article_get_data (cor_article_pane_get_article (COR_ARTICLE_PANE (self->article)));

  if (article != NULL && g_strcmp0 (article->source, COR_ARTICLE_SOURCE_OWN) == 0)
    present_editor (self, article);
}

static void
action_gaps (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorKnowledgePage *self = COR_KNOWLEDGE_PAGE (widget);

  gtk_window_present (GTK_WINDOW (cor_gaps_dialog_new (self->session, get_window (self))));
}

/* What was searched for, and not found. */
static void
action_file_gap (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorKnowledgePage *self = COR_KNOWLEDGE_PAGE (widget);

  cor_gap_file (widget, cor_session_get_store (self->session), cor_knowledge_search_get_query (self->search), NULL, 0);
}

static void
action_clear_filters (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorKnowledgePage *self = COR_KNOWLEDGE_PAGE (widget);

  cor_knowledge_filters_clear (self->filters);
  cor_knowledge_list_show_all (COR_KNOWLEDGE_LIST (self->list));
}

static void
action_list (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cor_page_split_show_detail (COR_KNOWLEDGE_PAGE (widget)->split, FALSE);
}

static void
action_article (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cor_knowledge_page_open_article (COR_KNOWLEDGE_PAGE (widget), g_variant_get_int64 (parameter));
}

/* Declares what the page can do; called in its class_init. */
void
_cor_knowledge_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "knowledge.article", "x", action_article);
  gtk_widget_class_install_action (widget_class, "knowledge.back-to-list", NULL, action_list);
  gtk_widget_class_install_action (widget_class, "knowledge.clear-filters", NULL, action_clear_filters);
  gtk_widget_class_install_action (widget_class, "knowledge.edit", "x", action_edit);
  gtk_widget_class_install_action (widget_class, "knowledge.file-gap", NULL, action_file_gap);
  gtk_widget_class_install_action (widget_class, "knowledge.gaps", NULL, action_gaps);
  gtk_widget_class_install_action (widget_class, "knowledge.new", NULL, action_new);
}
