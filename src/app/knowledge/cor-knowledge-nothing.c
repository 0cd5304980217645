/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-nothing"

#include "config.h"

#include "cor-knowledge-nothing.h"

#include "cor-knowledge-row.h"
#include "cor-str.h"

#include <glib/gi18n-lib.h>

/*
 * CorKnowledgeNothing: what is true when nothing is found: what was tried, and what comes nearest.
 *
 * CSS nodes: corknowledgenothing
 */
struct _CorKnowledgeNothing
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget  *clear;
  GtkWidget  *file;
  GtkListBox *nearest;
  GtkLabel   *nearest_title;
  GtkWidget  *root;
  GtkLabel   *text;
};

#define MAX_NEAREST 5

G_DEFINE_FINAL_TYPE (CorKnowledgeNothing, cor_knowledge_nothing, GTK_TYPE_WIDGET)

static void
on_row_activated (CorKnowledgeNothing *self, GtkListBoxRow *row)
{
  CorKnowledgeHit *hit = cor_knowledge_row_get_hit (COR_KNOWLEDGE_ROW (gtk_list_box_row_get_child (row)));

  gtk_widget_activate_action (GTK_WIDGET (self), "knowledge.open", "x", cor_knowledge_hit_get_id (hit));
}

static void
show_nearest (CorKnowledgeNothing *self, CorKnowledgeSearch *search)
{
  GtkWidget *row = NULL;
  gboolean   is_unfiltered = FALSE;
  GPtrArray *near = cor_knowledge_search_get_near (search, &is_unfiltered);
  guint      n = near != NULL ? MIN (near->len, MAX_NEAREST) : 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->nearest))) != NULL)
    gtk_list_box_remove (self->nearest, row);
  for (guint i = 0; i < n; i++)
    {
      const CorSearchHit *found = near->pdata[i];
      g_autoptr (CorKnowledgeHit) hit = cor_knowledge_hit_new (found->id, found->title);

      row = cor_knowledge_row_new (FALSE);
      if (found->excerpt != NULL)
        cor_knowledge_hit_set_excerpt (hit, found->excerpt->text, found->excerpt->marks);
      gtk_list_box_append (self->nearest, row);
      cor_knowledge_row_set_hit (COR_KNOWLEDGE_ROW (row), hit);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->nearest), n > 0);
  /* TRANSLATORS: headings over the articles that are nearest to what was searched */
  gtk_label_set_label (self->nearest_title, is_unfiltered ? _ ("Without the filters") : _ ("Nearest"));
  gtk_widget_set_visible (GTK_WIDGET (self->nearest_title), n > 0);
}

static void
cor_knowledge_nothing_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_KNOWLEDGE_NOTHING);

  G_OBJECT_CLASS (cor_knowledge_nothing_parent_class)->dispose (object);
}

static void
cor_knowledge_nothing_class_init (CorKnowledgeNothingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_knowledge_nothing_dispose;

  gtk_widget_class_set_css_name (widget_class, "corknowledgenothing");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-knowledge-nothing.ui");
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeNothing, clear);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeNothing, file);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeNothing, nearest);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeNothing, nearest_title);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeNothing, root);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeNothing, text);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
cor_knowledge_nothing_init (CorKnowledgeNothing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_knowledge_nothing_dup_text:
 * @query: (nullable): what was typed, "" for nothing
 * @result: (nullable): what the search tried for it
 * @is_narrowed: whether a filter was set
 *
 * Returns: (transfer full): the sentence: "Nothing for 到賬. Also tried 到账, credited."
 */
char *
cor_knowledge_nothing_dup_text (const char *query, const CorSearchResult *result, gboolean is_narrowed)
{
  g_autoptr (GPtrArray) tried = g_ptr_array_new ();
  g_autofree char *brief = cor_dup_brief (query != NULL ? query : "");
  g_autofree char *words = NULL;
  g_autofree char *asked = g_utf8_casefold (brief, -1);

  if (query == NULL || query[0] == '\0')
    return g_strdup (is_narrowed ? _ ("Nothing passes these filters.") : _ ("There is nothing here yet."));
  for (guint i = 0; result != NULL && result->tried != NULL && i < result->tried->len; i++)
    {
      char            *word = ((const CorSearchTried *) result->tried->pdata[i])->tried;
      g_autofree char *folded = g_utf8_casefold (word, -1);

      /* "cut-off" is a word of the glossary, and what was typed */
      if (!g_str_equal (folded, asked) && !g_ptr_array_find_with_equal_func (tried, word, g_str_equal, NULL))
        g_ptr_array_add (tried, word);
    }
  if (tried->len == 0)
    return g_strdup_printf (is_narrowed ? _ ("Nothing for %s with these filters.") : _ ("Nothing for %s."), brief);
  g_ptr_array_add (tried, NULL);
  words = g_strjoinv (", ", (char **) tried->pdata);
  /* TRANSLATORS: what somebody typed, and a list of other words that were looked for */
  return g_strdup_printf (is_narrowed ? _ ("Nothing for %s with these filters. Also tried %s.") : _ ("Nothing for %s. Also tried %s."), brief, words);
}

/**
 * cor_knowledge_nothing_show:
 * @search: a search without hits
 */
void
cor_knowledge_nothing_show (CorKnowledgeNothing *self, CorKnowledgeSearch *search)
{
  gboolean         is_narrowed = cor_knowledge_search_is_narrowed (search);
  g_autofree char *text = cor_knowledge_nothing_dup_text (cor_knowledge_search_get_query (search), cor_knowledge_search_get_result (search), is_narrowed);

  g_return_if_fail (COR_IS_KNOWLEDGE_NOTHING (self));

  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (self->file, cor_knowledge_search_get_query (search)[0] != '\0');
  gtk_widget_set_visible (self->clear, is_narrowed);
  show_nearest (self, search);
}
