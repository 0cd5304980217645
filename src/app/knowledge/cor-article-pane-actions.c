/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-pane-actions"

#include "config.h"

#include "cor-article-pane-private.h"

#include "cor-knowledge-insert.h"
#include "cor-knowledge-text.h"
#include "cor-store-articles.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What can be done with the article that is read. */

static void
tell (CorArticlePane *self, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", words);
}

/* Puts a part of the text into the reply, and goes where that is written. */
void
_cor_article_pane_insert (CorArticlePane *self, CorTextRange range)
{
  const CorArticleData *data = cor_article_get_data (self->article);
  const char           *obstacle = cor_knowledge_get_insert_obstacle (data);
  g_autofree char      *text = NULL;

  if (obstacle != NULL)
    {
      tell (self, obstacle);
      return;
    }
  text = cor_article_view_dup_part (self->view, range, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL); /* the composer takes the focus where it can be seen */
  if (cor_knowledge_insert (GTK_WIDGET (self), data, text))
    cor_article_mark (self->article, COR_READING_USED);
}

/* What is selected, or all of it. */
static void
action_insert (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorArticlePane *self = COR_ARTICLE_PANE (widget);
  CorDocument    *document = cor_article_view_get_document (self->view);
  CorTextRange    range = { 0, 0 };

  if (document == NULL)
    return;
  if (!cor_article_view_get_selection (self->view, &range))
    range.end = (guint) strlen (cor_document_get_text (document));
  _cor_article_pane_insert (self, range);
}

static void
action_insert_link (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorArticlePane       *self = COR_ARTICLE_PANE (widget);
  const CorArticleData *data = cor_article_get_data (self->article);

  gtk_widget_activate_action (widget, "win.back", NULL);
  if (cor_knowledge_insert_link (widget, data))
    cor_article_mark (self->article, COR_READING_USED);
}

static void
action_copy_link (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorArticlePane       *self = COR_ARTICLE_PANE (widget);
  const CorArticleData *data = cor_article_get_data (self->article);

  if (data == NULL || data->url == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), data->url);
  tell (self, _ ("The link is in the clipboard."));
}

/**
 * cor_article_pane_begin_find:
 *
 * Opens the bar that searches the article.
 *
 * Returns: whether there is something that can be searched
 */
gboolean
cor_article_pane_begin_find (CorArticlePane *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_PANE (self), FALSE);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return FALSE;
  cor_article_view_begin_find (self->view);
  return TRUE;
}

static void
action_find (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cor_article_pane_begin_find (COR_ARTICLE_PANE (widget));
}

static void
action_print (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorArticlePane       *self = COR_ARTICLE_PANE (widget);
  const CorArticleData *data = cor_article_get_data (self->article);
  g_autofree char      *origin = NULL;

  if (data == NULL)
    return;
  origin = cor_knowledge_article_dup_origin (data, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  cor_article_view_print (self->view, origin);
}

static void
action_edit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "knowledge.edit", "x", cor_article_get_id (COR_ARTICLE_PANE (widget)->article));
}

void
_cor_article_pane_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reading.copy-link", NULL, action_copy_link);
  gtk_widget_class_install_action (widget_class, "reading.edit", NULL, action_edit);
  gtk_widget_class_install_action (widget_class, "reading.find", NULL, action_find);
  gtk_widget_class_install_action (widget_class, "reading.insert", NULL, action_insert);
  gtk_widget_class_install_action (widget_class, "reading.insert-link", NULL, action_insert_link);
  gtk_widget_class_install_action (widget_class, "reading.print", NULL, action_print);
}

/* What cannot be done is not offered; why, the button says. */
void
_cor_article_pane_update_actions (CorArticlePane *self)
{
  const CorArticleData *data = cor_article_get_data (self->article);
  const char           *no_insert = cor_knowledge_get_insert_obstacle (data);
  const char           *no_link = cor_knowledge_get_link_obstacle (data);
  GtkWidget            *widget = GTK_WIDGET (self);

  if (no_insert == NULL && !self->can_insert)
    no_insert = _ ("No conversation is open.");
  gtk_widget_action_set_enabled (widget, "reading.insert", no_insert == NULL);
  gtk_widget_action_set_enabled (widget, "reading.insert-link", no_link == NULL && self->can_insert);
  gtk_widget_action_set_enabled (widget, "reading.copy-link", no_link == NULL);
  gtk_widget_action_set_enabled (widget, "reading.find", data != NULL);
  gtk_widget_action_set_enabled (widget, "reading.print", data != NULL);
  gtk_widget_set_tooltip_text (self->insert, no_insert != NULL ? no_insert : _ ("Put what is selected, or all of it, into the reply"));
  gtk_widget_set_tooltip_text (self->copy_link, no_link != NULL ? no_link : _ ("Copy the public address"));
  gtk_widget_set_visible (self->edit, data != NULL && g_strcmp0 (data->source, COR_ARTICLE_SOURCE_OWN) == 0);
  cor_article_view_set_insertable (self->view, no_insert == NULL);
}
