/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-pane"

#include "config.h"

#include "cor-article-pane-private.h"

#include "cor-fold-layout.h"
#include "cor-knowledge-text.h"
#include "cor-marker.h"
#include "cor-open-uri.h"
#include "cor-reader-locales.h"
#include "cor-str.h"
#include "cor-when.h"

#include <glib/gi18n-lib.h>

/*
 * CorArticlePane: an article to be read, in one language or in two side by side, with what can be done with it.
 * What is opened counts as read; what changed since it was read before is told.
 *
 * CSS nodes: corarticlepane
 */
G_DEFINE_FINAL_TYPE (CorArticlePane, cor_article_pane, GTK_TYPE_WIDGET)

static void
show_marks (CorArticlePane *self)
{
  const CorArticleData *data = cor_article_get_data (self->article);
  CorDocument          *document = cor_article_view_get_document (self->view);
  g_autoptr (CorMarker) marker = self->query != NULL && self->query[0] != '\0' ? cor_marker_new (self->query, TRUE) : NULL;
  g_autoptr (GArray) in_title = NULL;
  g_autoptr (GArray) in_text = NULL;

  if (data == NULL || document == NULL)
    return;
  if (marker != NULL)
    {
      in_title = cor_marker_find (marker, data->title, data->locale);
      in_text = cor_marker_find (marker, cor_document_get_text (document), data->locale);
    }
  cor_article_view_set_marks (self->view, in_title, in_text);
}

static void
show_text (CorArticlePane *self, const CorArticleData *data)
{
  g_autoptr (CorDocument) document = cor_knowledge_document_new (data->kind, data->body);
  g_autofree char *caption = cor_knowledge_article_dup_caption (data, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));

  gtk_label_set_label (GTK_LABEL (self->caption), caption);
  cor_article_view_set_document (self->view, data->title, document);
  cor_set_str (&self->shown, data->digest);
  self->shown_id = data->id;
  show_marks (self);
}

/* What was another when it was read last. */
static void
show_previous (CorArticlePane *self)
{
  const CorArticleData *data = cor_article_get_data (self->article);
  const CorArticleText *text = cor_article_get_read_text (self->article);
  g_autoptr (CorDocument) previous = NULL;
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;

  if (text == NULL)
    return;
  previous = cor_knowledge_document_new (data->kind, text->body);
  day = cor_when_day (text->read_at, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  /* TRANSLATORS: a day: "Today", "2 May" */
  heading = g_strdup_printf (_ ("Changed since you last read it · %s"), day);
  cor_article_view_set_previous (self->view, previous, heading);
}

static void
mark_read (CorArticlePane *self, const CorArticleData *data)
{
  if (self->is_preview || self->read_id == data->id || !cor_article_is_complete (self->article) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->read_id = data->id;
  show_previous (self);
  cor_article_mark (self->article, COR_READING_READ);
}

/* In a narrow window it may be there before there is a place for it. */
static void
on_mapped (CorArticlePane *self)
{
  const CorArticleData *data = cor_article_get_data (self->article);

  if (data != NULL)
    mark_read (self, data);
}

static void
on_article_changed (CorArticlePane *self)
{
  const CorArticleData *data = cor_article_get_data (self->article);

  if (self->view == NULL)
    return; /* disposed meanwhile */
  gtk_stack_set_visible_child_name (self->stack, data != NULL || cor_article_get_id (self->article) != 0 ? "article" : "none");
  _cor_article_pane_update_actions (self);
  if (data == NULL)
    return;
  if (self->shown_id != data->id || g_strcmp0 (self->shown, data->digest) != 0)
    show_text (self, data);
  self->is_showing = TRUE;
  gtk_toggle_button_set_active (self->favourite, data->reading.is_favourite);
  self->is_showing = FALSE;
  cor_locale_switch_show (self->locales, self->article, self->beside != NULL ? cor_article_get_id (self->beside) : 0);
  cor_article_aside_show (self->aside, self->article, cor_article_view_get_document (self->view));
  mark_read (self, data);
}

static void
on_beside_changed (CorArticlePane *self)
{
  const CorArticleData *data = cor_article_get_data (self->beside);
  gboolean              is_shown = data != NULL && !self->is_folded;

  if (self->beside_view == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->beside_view), is_shown);
  gtk_widget_set_visible (self->beside_line, is_shown);
  /* two texts need the room more than the notes do */
  gtk_widget_set_visible (GTK_WIDGET (self->aside), !is_shown);
  if (is_shown)
    {
      g_autoptr (CorDocument) document = cor_knowledge_document_new (data->kind, data->body);

      cor_article_view_set_document (self->beside_view, data->title, document);
    }
}

static void
on_language_chosen (CorArticlePane *self, gint64 article)
{
  cor_article_pane_open (self, article);
}

static void
on_beside_chosen (CorArticlePane *self, gint64 article)
{
  cor_article_open (self->beside, article);
  on_beside_changed (self);
}

static void
on_favourite_toggled (CorArticlePane *self)
{
  if (!self->is_showing)
    cor_article_mark (self->article, gtk_toggle_button_get_active (self->favourite) ? COR_READING_FAVOURITE : COR_READING_NOT_FAVOURITE);
}

static void
on_heading_chosen (CorArticlePane *self, const char *heading)
{
  cor_article_view_scroll_to_heading (self->view, heading);
}

/* A link to another article of the same source. */
static void
on_open_article (CorArticlePane *self, const char *slug)
{
  const CorArticleData *data = cor_article_get_data (self->article);
  g_auto (GStrv) locales = cor_reader_locales_new (data != NULL ? data->locale : NULL);

  cor_article_open (self->beside, 0);
  on_beside_changed (self);
  cor_article_open_slug (self->article, slug, (const char *const *) locales);
}

static gboolean
on_activate_link (CorArticlePane *self, const char *uri)
{
  return cor_open_uri (GTK_WIDGET (self), uri);
}

static void
on_insert_part (CorArticlePane *self, guint start, guint end)
{
  _cor_article_pane_insert (self, (CorTextRange){ start, end });
}

static void
cor_article_pane_dispose (GObject *object)
{
  CorArticlePane *self = COR_ARTICLE_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_ARTICLE_PANE);
  g_clear_object (&self->caption);
  g_clear_object (&self->article);
  g_clear_object (&self->beside);
  g_clear_object (&self->session);
  self->aside = NULL;

  G_OBJECT_CLASS (cor_article_pane_parent_class)->dispose (object);
}

static void
cor_article_pane_finalize (GObject *object)
{
  CorArticlePane *self = COR_ARTICLE_PANE (object);

  g_free (self->query);
  g_free (self->shown);

  G_OBJECT_CLASS (cor_article_pane_parent_class)->finalize (object);
}

static void
cor_article_pane_class_init (CorArticlePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_ARTICLE_VIEW);
  g_type_ensure (COR_TYPE_LOCALE_SWITCH);
  G_OBJECT_CLASS (klass)->dispose = cor_article_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_article_pane_finalize;

  gtk_widget_class_set_css_name (widget_class, "corarticlepane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-article-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, back);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, beside_line);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, beside_view);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, copy_link);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, deeds);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, edit);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, favourite);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, insert);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, locales);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, print);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, stack);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, tools);
  gtk_widget_class_bind_template_child (widget_class, CorArticlePane, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_link);
  gtk_widget_class_bind_template_callback (widget_class, on_beside_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_favourite_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_insert_part);
  gtk_widget_class_bind_template_callback (widget_class, on_language_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_open_article);
  _cor_article_pane_install_actions (widget_class);
}

static void
cor_article_pane_init (CorArticlePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->tools, cor_fold_layout_new (self->deeds, 6));
  self->caption = g_object_ref_sink (gtk_label_new (""));
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_wrap (GTK_LABEL (self->caption), TRUE);
  gtk_widget_add_css_class (self->caption, "cor-caption");
  gtk_widget_add_css_class (self->caption, "cor-dim");
  cor_article_view_set_caption (self->view, self->caption);
}

/**
 * cor_article_pane_new:
 * @aside: notes to what is read, kept up to date
 *
 * Returns: (transfer floating): a pane without an article
 */
GtkWidget *
cor_article_pane_new (CorArticleAside *aside)
{
  CorArticlePane *self = g_object_new (COR_TYPE_ARTICLE_PANE, NULL);

  self->aside = aside;
  g_signal_connect_object (aside, "heading-chosen", G_CALLBACK (on_heading_chosen), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * cor_article_pane_set_session:
 * @session: (transfer none): store and clock; to be called once
 */
void
cor_article_pane_set_session (CorArticlePane *self, CorSession *session)
{
  g_return_if_fail (COR_IS_ARTICLE_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->article = cor_article_new (cor_session_get_store (session));
  self->beside = cor_article_new (cor_session_get_store (session));
  g_signal_connect_object (self->article, "changed", G_CALLBACK (on_article_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->beside, "changed", G_CALLBACK (on_beside_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (on_mapped), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_article_changed (self);
}

static void
show (CorArticlePane *self, gint64 article, gboolean is_preview)
{
  const CorArticleData *data = cor_article_get_data (self->article);

  self->is_preview = is_preview;
  if (data != NULL && data->id == article)
    {
      mark_read (self, data);
      return;
    }
  cor_article_open (self->beside, 0);
  on_beside_changed (self);
  cor_article_open (self->article, article);
}

/**
 * cor_article_pane_open:
 * @article: local id of a text, 0 none
 *
 * The agent reads it.
 */
void
cor_article_pane_open (CorArticlePane *self, gint64 article)
{
  g_return_if_fail (COR_IS_ARTICLE_PANE (self));

  show (self, article, FALSE);
}

/**
 * cor_article_pane_preview:
 * @article: local id of a text
 *
 * Shows it without counting it as read.
 */
void
cor_article_pane_preview (CorArticlePane *self, gint64 article)
{
  g_return_if_fail (COR_IS_ARTICLE_PANE (self));

  show (self, article, TRUE);
}

/**
 * cor_article_pane_set_query:
 * @query: (nullable): what was searched for: it is marked in the text
 */
void
cor_article_pane_set_query (CorArticlePane *self, const char *query)
{
  g_return_if_fail (COR_IS_ARTICLE_PANE (self));

  if (cor_set_str (&self->query, query))
    show_marks (self);
}

/**
 * cor_article_pane_set_folded:
 * @is_folded: whether the list is not beside it: then there is a way back, and no second language
 */
void
cor_article_pane_set_folded (CorArticlePane *self, gboolean is_folded)
{
  g_return_if_fail (COR_IS_ARTICLE_PANE (self));

  self->is_folded = is_folded;
  gtk_widget_set_visible (self->back, is_folded);
  gtk_widget_set_visible (self->print, !is_folded);
  cor_locale_switch_set_folded (self->locales, is_folded);
  if (self->beside != NULL)
    on_beside_changed (self);
}

/**
 * cor_article_pane_set_can_insert:
 * @can_insert: whether there is a reply to insert into
 */
void
cor_article_pane_set_can_insert (CorArticlePane *self, gboolean can_insert)
{
  g_return_if_fail (COR_IS_ARTICLE_PANE (self));

  self->can_insert = can_insert;
  if (self->article != NULL)
    _cor_article_pane_update_actions (self);
}

/**
 * cor_article_pane_get_article:
 *
 * Returns: (transfer none): what is read
 */
CorArticle *
cor_article_pane_get_article (CorArticlePane *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_PANE (self), NULL);

  return self->article;
}
