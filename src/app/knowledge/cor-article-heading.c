/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-heading"

#include "config.h"

#include "cor-article-heading.h"

#include "cor-article-text.h"
#include "cor-unparent.h"

#include <glib/gi18n-lib.h>

/*
 * CorArticleHeading: a heading of an article, and beside it, while the pointer or the focus is there, the button
 * that puts its section into the reply.
 *
 * CSS nodes: corarticleheading.level-1…6 > corarticletext, button.insert
 */
struct _CorArticleHeading
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CorArticleHeading, cor_article_heading, GTK_TYPE_WIDGET)

static void
cor_article_heading_dispose (GObject *object)
{
  cor_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (cor_article_heading_parent_class)->dispose (object);
}

static void
cor_article_heading_class_init (CorArticleHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_article_heading_dispose;

  gtk_widget_class_set_css_name (widget_class, "corarticleheading");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cor_article_heading_init (CorArticleHeading *self)
{
}

static GtkWidget *
make_button (CorArticlePage *page, const CorBlock *heading)
{
  /* TRANSLATORS: puts a part of an article, with the heading it stands beside, into the reply */
  GtkWidget       *button = gtk_button_new_with_label (_ ("Insert section"));
  g_autofree char *title = g_strndup (cor_document_get_text (page->document) + heading->start, heading->end - heading->start);
  /* TRANSLATORS: for screen readers; %s is the heading of a part of an article */
  g_autofree char *name = g_strdup_printf (_ ("Insert section “%s”"), title);
  CorTextRange     section = cor_document_get_section (page->document, heading);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", section.start, section.end);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.insert");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "insert");
  gtk_widget_add_css_class (button, "cor-mini");
  gtk_widget_add_css_class (button, "cor-quiet");
  return button;
}

/**
 * cor_article_heading_new:
 * @page: (transfer none): whose document has @heading
 * @heading: a heading
 *
 * Returns: (transfer floating): the heading
 */
GtkWidget *
cor_article_heading_new (CorArticlePage *page, const CorBlock *heading)
{
  GtkWidget       *self = g_object_new (COR_TYPE_ARTICLE_HEADING, NULL);
  GtkWidget       *text = cor_article_text_new (page, heading);
  g_autofree char *level = g_strdup_printf ("level-%u", heading->level);

  gtk_widget_add_css_class (self, level);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_parent (text, self);
  if (page->is_insertable)
    gtk_widget_set_parent (make_button (page, heading), self);
  return self;
}
