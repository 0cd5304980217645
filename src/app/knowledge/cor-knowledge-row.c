/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-row"

#include "config.h"

#include "cor-knowledge-row.h"

#include "cor-knowledge-text.h"
#include "cor-label-marks.h"
#include "cor-pill.h"

/*
 * CorKnowledgeRow: an article that was found: title, kind and language, the place in its text, and why it is here.
 * A brief one, for the pane beside a conversation, says only why.
 *
 * CSS nodes: corknowledgerow[.brief] > box
 * Accessibility: the list item around it is named by it; "row.activate" opens it.
 */
struct _CorKnowledgeRow
{
  GtkWidget parent_instance;

  CorKnowledgeHit *hit; /* owned, or NULL */
  gulong           changed_handler;
  gboolean         is_brief;

  /* Template */
  GtkLabel  *excerpt;
  CorPill   *kind;
  GtkLabel  *locale;
  GtkLabel  *meta;
  GtkWidget *root;
  GtkLabel  *title;
};

G_DEFINE_FINAL_TYPE (CorKnowledgeRow, cor_knowledge_row, GTK_TYPE_WIDGET)

static void
show_article (CorKnowledgeRow *self, const CorArticleData *article)
{
  const char *locale = article != NULL ? article->locale : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->locale), locale != NULL);
  gtk_label_set_label (self->locale, locale != NULL ? locale : "");
  /* on the page, an article is what everything is that says nothing else */
  gtk_widget_set_visible (GTK_WIDGET (self->kind), article != NULL && (self->is_brief || article->kind != COR_ARTICLE_ARTICLE));
  if (article == NULL)
    return;
  cor_pill_set_label (self->kind, cor_knowledge_kind_get_title (article->kind));
  cor_pill_set_hue (self->kind, cor_knowledge_kind_get_hue (article->kind));
}

static void
show_hit (CorKnowledgeRow *self)
{
  GtkWidget       *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  const char      *excerpt = cor_knowledge_hit_get_excerpt (self->hit);
  g_autofree char *meta = self->is_brief ? cor_knowledge_hit_dup_reason (self->hit) : cor_knowledge_hit_dup_meta (self->hit);
  g_autofree char *spoken = cor_knowledge_hit_dup_spoken (self->hit);

  cor_label_set_marked (self->title, cor_knowledge_hit_get_title (self->hit), cor_knowledge_hit_get_title_marks (self->hit));
  show_article (self, cor_knowledge_hit_get_article (self->hit));
  gtk_widget_set_visible (GTK_WIDGET (self->excerpt), !self->is_brief && excerpt != NULL && excerpt[0] != '\0');
  cor_label_set_marked (self->excerpt, excerpt != NULL ? excerpt : "", cor_knowledge_hit_get_excerpt_marks (self->hit));
  gtk_label_set_label (self->meta, meta);
  gtk_widget_set_visible (GTK_WIDGET (self->meta), meta[0] != '\0');
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
action_activate (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *item = gtk_widget_get_parent (widget);

  if (GTK_IS_LIST_BOX_ROW (item))
    g_signal_emit_by_name (item, "activate");
  else
    gtk_widget_activate_action (widget, "knowledge.open", "x", cor_knowledge_hit_get_id (COR_KNOWLEDGE_ROW (widget)->hit));
}

static void
cor_knowledge_row_dispose (GObject *object)
{
  CorKnowledgeRow *self = COR_KNOWLEDGE_ROW (object);

  cor_knowledge_row_set_hit (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_KNOWLEDGE_ROW);

  G_OBJECT_CLASS (cor_knowledge_row_parent_class)->dispose (object);
}

static void
cor_knowledge_row_class_init (CorKnowledgeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_PILL);
  G_OBJECT_CLASS (klass)->dispose = cor_knowledge_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "corknowledgerow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-knowledge-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeRow, excerpt);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeRow, kind);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeRow, locale);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeRow, meta);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeRow, root);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeRow, title);
  gtk_widget_class_install_action (widget_class, "row.activate", NULL, action_activate);
}

static void
cor_knowledge_row_init (CorKnowledgeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_knowledge_row_new:
 * @is_brief: one line and the reason, without the place in the text
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
cor_knowledge_row_new (gboolean is_brief)
{
  CorKnowledgeRow *self = g_object_new (COR_TYPE_KNOWLEDGE_ROW, NULL);

  self->is_brief = is_brief;
  if (is_brief)
    gtk_widget_add_css_class (GTK_WIDGET (self), "brief");
  return GTK_WIDGET (self);
}

/**
 * cor_knowledge_row_set_hit:
 * @hit: (nullable): what it shows and follows
 */
void
cor_knowledge_row_set_hit (CorKnowledgeRow *self, CorKnowledgeHit *hit)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_ROW (self));

  if (self->hit == hit)
    return;
  if (self->hit != NULL)
    g_clear_signal_handler (&self->changed_handler, self->hit);
  g_set_object (&self->hit, hit);
  if (hit == NULL)
    return;
  self->changed_handler = g_signal_connect_object (hit, "changed", G_CALLBACK (show_hit), self, G_CONNECT_SWAPPED);
  show_hit (self);
}

/**
 * cor_knowledge_row_get_hit:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
CorKnowledgeHit *
cor_knowledge_row_get_hit (CorKnowledgeRow *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_ROW (self), NULL);

  return self->hit;
}
