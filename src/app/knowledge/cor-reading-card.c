/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reading-card"

#include "config.h"

#include "cor-reading-card.h"

#include "cor-knowledge-insert.h"
#include "cor-knowledge-text.h"
#include "cor-label-marks.h"
#include "cor-label-script.h"
#include "cor-page.h"
#include "cor-template-title.h"

/*
 * CorReadingCard: the answer of an article beside the conversation: what stands before its first heading, which is
 * what "Insert" puts into the reply, or what is selected of it.
 *
 * CSS nodes: correadingcard > box
 * Accessibility: what cannot be inserted says why in a line that describes the buttons.
 */
struct _CorReadingCard
{
  GtkWidget parent_instance;

  CorSession *session; /* owned, or NULL */
  CorArticle *article; /* owned, or NULL */

  /* Template */
  GtkLabel  *caption;
  GtkWidget *insert;
  GtkWidget *insert_link;
  GtkLabel  *obstacle;
  GtkWidget *open;
  GtkWidget *root;
  GtkWidget *start;
  GtkLabel  *text;
  GtkLabel  *title;
};

G_DEFINE_FINAL_TYPE (CorReadingCard, cor_reading_card, GTK_TYPE_WIDGET)

static void
show_text (CorReadingCard *self, const CorArticleData *data)
{
  g_autofree char *opening = cor_knowledge_dup_opening (data);

  cor_label_follow_script (self->text, opening);
  cor_label_align_to_script (self->text, opening);
  gtk_label_set_label (self->text, opening);
}

static void
on_article_changed (CorReadingCard *self)
{
  const CorArticleData *data = cor_article_get_data (self->article);
  const char           *no_insert = cor_knowledge_get_insert_obstacle (data);
  const char           *no_link = cor_knowledge_get_link_obstacle (data);
  g_autofree char      *caption = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), data != NULL);
  if (data == NULL)
    return;
  caption = cor_knowledge_article_dup_caption (data, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  cor_label_set_marked (self->title, data->kind == COR_ARTICLE_TEMPLATE ? cor_template_title_find (data->source, data->slug, data->title) : data->title, NULL);
  gtk_label_set_label (self->caption, caption);
  show_text (self, data);
  gtk_widget_set_visible (self->start, data->kind == COR_ARTICLE_SOP);
  gtk_widget_set_visible (self->insert, data->kind != COR_ARTICLE_SOP);
  gtk_widget_set_visible (self->insert_link, data->kind != COR_ARTICLE_SOP);
  gtk_widget_set_sensitive (self->insert, no_insert == NULL);
  gtk_widget_set_sensitive (self->insert_link, no_link == NULL);
  gtk_label_set_label (self->obstacle, no_insert != NULL ? no_insert : no_link != NULL ? no_link
                                                                                       : "");
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle), no_insert != NULL || no_link != NULL);
}

/* What is selected of the text, or all that is shown of it. */
static char *
dup_insertion (CorReadingCard *self, const CorArticleData *data)
{
  int start = 0, end = 0;

  if (gtk_label_get_selection_bounds (self->text, &start, &end))
    return g_utf8_substring (gtk_label_get_text (self->text), start, end);
  return cor_knowledge_dup_opening (data);
}

static void
on_insert_clicked (CorReadingCard *self)
{
  const CorArticleData *data = cor_article_get_data (self->article);
  g_autofree char      *text = data != NULL ? dup_insertion (self, data) : NULL;

  if (text != NULL && cor_knowledge_insert (GTK_WIDGET (self), data, text))
    cor_article_mark (self->article, COR_READING_USED);
}

static void
on_insert_link_clicked (CorReadingCard *self)
{
  const CorArticleData *data = cor_article_get_data (self->article);

  if (data != NULL && cor_knowledge_insert_link (GTK_WIDGET (self), data))
    cor_article_mark (self->article, COR_READING_USED);
}

static void
on_open_clicked (CorReadingCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.article", "x", cor_article_get_id (self->article));
}

static void
cor_reading_card_dispose (GObject *object)
{
  CorReadingCard *self = COR_READING_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_READING_CARD);
  g_clear_object (&self->article);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_reading_card_parent_class)->dispose (object);
}

static void
cor_reading_card_class_init (CorReadingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_reading_card_dispose;

  gtk_widget_class_set_css_name (widget_class, "correadingcard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-reading-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CorReadingCard, caption);
  gtk_widget_class_bind_template_child (widget_class, CorReadingCard, insert);
  gtk_widget_class_bind_template_child (widget_class, CorReadingCard, insert_link);
  gtk_widget_class_bind_template_child (widget_class, CorReadingCard, obstacle);
  gtk_widget_class_bind_template_child (widget_class, CorReadingCard, open);
  gtk_widget_class_bind_template_child (widget_class, CorReadingCard, root);
  gtk_widget_class_bind_template_child (widget_class, CorReadingCard, start);
  gtk_widget_class_bind_template_child (widget_class, CorReadingCard, text);
  gtk_widget_class_bind_template_child (widget_class, CorReadingCard, title);
  gtk_widget_class_bind_template_callback (widget_class, on_insert_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_insert_link_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
}

static void
cor_reading_card_init (CorReadingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->open, cor_page_find_kind ("knowledge") != NULL);
}

/**
 * cor_reading_card_set_session:
 * @session: (transfer none): store and clock; to be called once
 */
void
cor_reading_card_set_session (CorReadingCard *self, CorSession *session)
{
  g_return_if_fail (COR_IS_READING_CARD (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->article = cor_article_new (cor_session_get_store (session));
  g_signal_connect_object (self->article, "changed", G_CALLBACK (on_article_changed), self, G_CONNECT_SWAPPED);
  on_article_changed (self);
}

/**
 * cor_reading_card_open:
 * @article: local id, 0 none: the card is not to be seen then
 */
void
cor_reading_card_open (CorReadingCard *self, gint64 article)
{
  g_return_if_fail (COR_IS_READING_CARD (self));

  cor_article_open (self->article, article);
}

/**
 * cor_reading_card_get_article:
 *
 * Returns: (transfer none): what it shows
 */
CorArticle *
cor_reading_card_get_article (CorReadingCard *self)
{
  g_return_val_if_fail (COR_IS_READING_CARD (self), NULL);

  return self->article;
}
