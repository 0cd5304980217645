/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-aside"

#include "config.h"

#include "cor-article-aside.h"

#include "cor-label-script.h"

#include <glib/gi18n-lib.h>

/*
 * CorArticleAside: beside an article: the procedure that belongs to it, its headings, and what it refers to.
 *
 * "heading-chosen" (id of a heading).
 *
 * CSS nodes: corarticleaside
 */
struct _CorArticleAside
{
  GtkWidget parent_instance;

  /* Template */
  GtkBox    *outline;
  GtkWidget *outline_title;
  GtkBox    *related;
  GtkWidget *related_title;
  GtkWidget *root;
  GtkWidget *sop;
  GtkButton *sop_open;
  GtkBox    *sop_steps;
  GtkLabel  *sop_title;
};

/* A procedure is shown by its steps; the rest is on its page. */
#define MAX_STEPS 12
#define MAX_RELATED 8

G_DEFINE_FINAL_TYPE (CorArticleAside, cor_article_aside, GTK_TYPE_WIDGET)

static guint heading_chosen_signal;

static void
clear_box (GtkBox *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
create_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  cor_label_follow_script (GTK_LABEL (label), text);
  return label;
}

static GtkWidget *
create_link (const char *text)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), create_line (text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cor-line-link");
  return button;
}

/* The target first: an action with another type of target is not there. */
static void
set_article (GtkActionable *button, gint64 article)
{
  gtk_actionable_set_action_target (button, "x", article);
  gtk_actionable_set_action_name (button, "knowledge.article");
}

static void
on_heading_clicked (GtkButton *button, CorArticleAside *self)
{
  g_signal_emit (self, heading_chosen_signal, 0, gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
show_outline (CorArticleAside *self, CorDocument *document)
{
  GPtrArray *headings = document != NULL ? cor_document_get_headings (document) : NULL;
  guint      n = headings != NULL ? headings->len : 0;

  clear_box (self->outline);
  for (guint i = 0; i < n; i++)
    {
      const CorBlock  *heading = headings->pdata[i];
      g_autofree char *text = g_strndup (cor_document_get_text (document) + heading->start, heading->end - heading->start);
      GtkWidget       *link = create_link (text);

      gtk_widget_set_name (link, heading->id);
      gtk_widget_set_margin_start (link, heading->level > 2 ? 12 : 0);
      g_signal_connect_object (link, "clicked", G_CALLBACK (on_heading_clicked), self, 0);
      gtk_box_append (self->outline, link);
    }
  gtk_widget_set_visible (self->outline_title, n > 0);
}

/* The first numbered list of a text: the steps of a procedure. */
static const CorBlock *
find_steps (const CorBlock *block)
{
  const CorBlock *found = NULL;

  if (block->kind == COR_BLOCK_LIST && block->children->len > 0 && ((const CorBlock *) block->children->pdata[0])->number > 0)
    return block;
  for (guint i = 0; block->children != NULL && found == NULL && i < block->children->len; i++)
    found = find_steps (block->children->pdata[i]);
  return found;
}

static void
add_step (CorArticleAside *self, CorDocument *document, const CorBlock *item)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  const CorBlock  *line = item->children != NULL && item->children->len > 0 ? item->children->pdata[0] : item;
  g_autofree char *text = g_strndup (cor_document_get_text (document) + line->start, line->end - line->start);
  g_autofree char *number = g_strdup_printf ("%u", item->number);
  GtkWidget       *words = create_line (text);
  GtkWidget       *figure = gtk_label_new (number);

  gtk_label_set_lines (GTK_LABEL (words), 2);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (figure, GTK_ALIGN_START);
  gtk_widget_add_css_class (figure, "cor-dim");
  gtk_widget_add_css_class (words, "cor-small");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_tooltip_text (words, text);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (self->sop_steps, box);
}

static void
show_sop (CorArticleAside *self, const CorArticleData *sop)
{
  g_autoptr (CorDocument) document = sop != NULL ? cor_document_new (sop->body != NULL ? sop->body : "") : NULL;
  const CorBlock  *steps = document != NULL ? find_steps (cor_document_get_root (document)) : NULL;
  g_autofree char *title = sop != NULL ? g_strdup_printf (_ ("SOP: %s"), sop->title) : NULL;

  clear_box (self->sop_steps);
  gtk_widget_set_visible (self->sop, steps != NULL);
  if (steps == NULL)
    return;
  cor_label_follow_script (self->sop_title, title);
  gtk_label_set_label (self->sop_title, title);
  set_article (GTK_ACTIONABLE (self->sop_open), sop->id);
  for (guint i = 0; i < steps->children->len && i < MAX_STEPS; i++)
    add_step (self, document, steps->children->pdata[i]);
}

static void
show_related (CorArticleAside *self, GPtrArray *related)
{
  const CorArticleData *sop = NULL;
  guint                 n = 0;

  clear_box (self->related);
  for (guint i = 0; i < related->len; i++)
    {
      const CorArticleData *article = related->pdata[i];
      GtkWidget            *link = NULL;

      if (article->kind == COR_ARTICLE_SOP && sop == NULL)
        sop = article;
      if (n++ >= MAX_RELATED)
        continue;
      link = create_link (article->title);
      set_article (GTK_ACTIONABLE (link), article->id);
      gtk_box_append (self->related, link);
    }
  gtk_widget_set_visible (self->related_title, n > 0);
  show_sop (self, sop);
}

static void
cor_article_aside_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_ARTICLE_ASIDE);

  G_OBJECT_CLASS (cor_article_aside_parent_class)->dispose (object);
}

static void
cor_article_aside_class_init (CorArticleAsideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_article_aside_dispose;

  heading_chosen_signal = g_signal_new ("heading-chosen", COR_TYPE_ARTICLE_ASIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "corarticleaside");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-article-aside.ui");
  gtk_widget_class_bind_template_child (widget_class, CorArticleAside, outline);
  gtk_widget_class_bind_template_child (widget_class, CorArticleAside, outline_title);
  gtk_widget_class_bind_template_child (widget_class, CorArticleAside, related);
  gtk_widget_class_bind_template_child (widget_class, CorArticleAside, related_title);
  gtk_widget_class_bind_template_child (widget_class, CorArticleAside, root);
  gtk_widget_class_bind_template_child (widget_class, CorArticleAside, sop);
  gtk_widget_class_bind_template_child (widget_class, CorArticleAside, sop_open);
  gtk_widget_class_bind_template_child (widget_class, CorArticleAside, sop_steps);
  gtk_widget_class_bind_template_child (widget_class, CorArticleAside, sop_title);
}

static void
cor_article_aside_init (CorArticleAside *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_article_aside_new:
 *
 * Returns: (transfer floating): notes to no article
 */
GtkWidget *
cor_article_aside_new (void)
{
  return g_object_new (COR_TYPE_ARTICLE_ASIDE, NULL);
}

/**
 * cor_article_aside_show:
 * @article: what is read
 * @document: (nullable): its text
 */
void
cor_article_aside_show (CorArticleAside *self, CorArticle *article, CorDocument *document)
{
  g_return_if_fail (COR_IS_ARTICLE_ASIDE (self));

  show_outline (self, document);
  show_related (self, cor_article_get_related (article));
}
