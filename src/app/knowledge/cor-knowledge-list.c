/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-list"

#include "config.h"

#include "cor-knowledge-list.h"

#include "cor-knowledge-nothing.h"
#include "cor-knowledge-row.h"
#include "cor-str.h"

#include <glib/gi18n-lib.h>

/*
 * CorKnowledgeList: what is found, by kind and in an order, or what was tried where nothing is found. What is chosen
 * is an article's id: new results never change what is read.
 *
 * "chosen" (gint64): the agent chose an article.
 *
 * CSS nodes: corknowledgelist
 */
struct _CorKnowledgeList
{
  GtkWidget parent_instance;

  CorKnowledgeSearch *search;     /* owned, or NULL */
  GtkSingleSelection *selection;  /* owned, or NULL */
  CorKnowledgeFilter  filter;     /* its strings are owned */
  gint64              selected;   /* local id of the article, 0 none */
  gboolean            is_showing; /* the selection is set by us */

  /* Template */
  GtkToggleButton     *all;
  GtkToggleButton     *articles;
  GtkToggleButton     *favourites;
  GtkListView         *list_view;
  CorKnowledgeNothing *nothing;
  GtkDropDown         *order;
  GtkWidget           *root;
  GtkToggleButton     *sops;
  GtkStack            *stack;
  GtkToggleButton     *templates;
};

G_DEFINE_FINAL_TYPE (CorKnowledgeList, cor_knowledge_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

/* The best hit is selected before anybody chose it: a press on it selects nothing anew, and chooses it all the same. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget       *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget       *list = gtk_widget_get_ancestor (row, COR_TYPE_KNOWLEDGE_LIST);
  CorKnowledgeHit *hit = gtk_list_item_get_item (item);

  if (list != NULL && hit != NULL && gtk_list_item_get_selected (item))
    g_signal_emit (list, chosen_signal, 0, cor_knowledge_hit_get_id (hit));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget  *row = cor_knowledge_row_new (FALSE);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), item, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  cor_knowledge_row_set_hit (COR_KNOWLEDGE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  cor_knowledge_row_set_hit (COR_KNOWLEDGE_ROW (gtk_list_item_get_child (item)), NULL);
}

static guint
find_place (CorKnowledgeList *self)
{
  GListModel *model = G_LIST_MODEL (self->search);

  for (guint i = 0; self->selected != 0 && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CorKnowledgeHit) hit = g_list_model_get_item (model, i);

      if (cor_knowledge_hit_get_id (hit) == self->selected)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
show_selected (CorKnowledgeList *self)
{
  self->is_showing = TRUE;
  gtk_single_selection_set_selected (self->selection, find_place (self));
  self->is_showing = FALSE;
}

static void
set_count (GtkToggleButton *button, const char *word, guint n, gboolean is_active)
{
  g_autofree char *label = is_active ? g_strdup_printf ("%s %'u", word, n) : g_strdup (word);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_sensitive (GTK_WIDGET (button), n > 0 || is_active);
}

static void
show_counts (CorKnowledgeList *self)
{
  set_count (self->all, _ ("All"), cor_knowledge_search_get_n_of_kind (self->search, -1), self->filter.kind < 0);
  set_count (self->articles, _ ("Articles"), cor_knowledge_search_get_n_of_kind (self->search, COR_ARTICLE_ARTICLE), self->filter.kind == COR_ARTICLE_ARTICLE);
  set_count (self->sops, _ ("SOPs"), cor_knowledge_search_get_n_of_kind (self->search, COR_ARTICLE_SOP), self->filter.kind == COR_ARTICLE_SOP);
  set_count (self->templates, _ ("Templates"), cor_knowledge_search_get_n_of_kind (self->search, COR_ARTICLE_TEMPLATE), self->filter.kind == COR_ARTICLE_TEMPLATE);
}

static void
on_loaded (CorKnowledgeList *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->search)) == 0;

  show_counts (self);
  show_selected (self);
  if (is_empty)
    cor_knowledge_nothing_show (self->nothing, self->search);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "nothing" : "list");
}

static void
on_selected (CorKnowledgeList *self)
{
  CorKnowledgeHit *hit = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_showing || hit == NULL || cor_knowledge_hit_get_id (hit) == self->selected)
    return;
  self->selected = cor_knowledge_hit_get_id (hit);
  g_signal_emit (self, chosen_signal, 0, self->selected);
}

static void
on_kind_toggled (CorKnowledgeList *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->search == NULL)
    return;
  self->filter.kind = button == self->articles ? (int) COR_ARTICLE_ARTICLE : button == self->sops      ? (int) COR_ARTICLE_SOP
                                                                           : button == self->templates ? (int) COR_ARTICLE_TEMPLATE
                                                                                                       : -1;
  cor_knowledge_search_set_filter (self->search, &self->filter);
}

static void
on_favourites_toggled (CorKnowledgeList *self)
{
  self->filter.is_favourite = gtk_toggle_button_get_active (self->favourites);
  cor_knowledge_search_set_filter (self->search, &self->filter);
}

static void
on_order_changed (CorKnowledgeList *self)
{
  if (self->search != NULL)
    cor_knowledge_search_set_order (self->search, (CorKnowledgeOrder) gtk_drop_down_get_selected (self->order));
}

static void
action_open (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorKnowledgeList *self = COR_KNOWLEDGE_LIST (widget);

  self->selected = g_variant_get_int64 (parameter);
  show_selected (self);
  g_signal_emit (self, chosen_signal, 0, self->selected);
}

static void
on_row_activated (CorKnowledgeList *self, guint position)
{
  g_autoptr (CorKnowledgeHit) hit = g_list_model_get_item (G_LIST_MODEL (self->search), position);

  if (hit == NULL)
    return;
  self->selected = cor_knowledge_hit_get_id (hit);
  g_signal_emit (self, chosen_signal, 0, self->selected); /* again too: a narrow window goes to it */
}

static void
cor_knowledge_list_dispose (GObject *object)
{
  CorKnowledgeList *self = COR_KNOWLEDGE_LIST (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_KNOWLEDGE_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (cor_knowledge_list_parent_class)->dispose (object);
}

static void
cor_knowledge_list_finalize (GObject *object)
{
  CorKnowledgeList *self = COR_KNOWLEDGE_LIST (object);

  g_free ((char *) self->filter.category);
  g_free ((char *) self->filter.corridor);
  g_free ((char *) self->filter.currency);
  g_free ((char *) self->filter.locale);
  g_free ((char *) self->filter.source);

  G_OBJECT_CLASS (cor_knowledge_list_parent_class)->finalize (object);
}

static void
cor_knowledge_list_class_init (CorKnowledgeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_KNOWLEDGE_NOTHING);
  G_OBJECT_CLASS (klass)->dispose = cor_knowledge_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_knowledge_list_finalize;

  chosen_signal = g_signal_new ("chosen", COR_TYPE_KNOWLEDGE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "corknowledgelist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-knowledge-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeList, all);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeList, articles);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeList, favourites);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeList, list_view);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeList, nothing);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeList, order);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeList, root);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeList, sops);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeList, stack);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeList, templates);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_favourites_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_order_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_install_action (widget_class, "knowledge.open", "x", action_open);
}

static void
cor_knowledge_list_init (CorKnowledgeList *self)
{
  self->filter.kind = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_knowledge_list_new:
 *
 * Returns: (transfer floating): a list of no search
 */
GtkWidget *
cor_knowledge_list_new (void)
{
  return g_object_new (COR_TYPE_KNOWLEDGE_LIST, NULL);
}

/**
 * cor_knowledge_list_set_search:
 * @search: what it shows and follows; to be called once
 */
void
cor_knowledge_list_set_search (CorKnowledgeList *self, CorKnowledgeSearch *search)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_LIST (self) && self->search == NULL);

  self->search = g_object_ref (search);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (search)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (search, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
}

/**
 * cor_knowledge_list_set_filter:
 * @filter: copied, but for the kind and the favourites, which are chosen here
 */
void
cor_knowledge_list_set_filter (CorKnowledgeList *self, const CorKnowledgeFilter *filter)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_LIST (self));

  cor_set_str ((char **) &self->filter.category, filter->category);
  cor_set_str ((char **) &self->filter.corridor, filter->corridor);
  cor_set_str ((char **) &self->filter.currency, filter->currency);
  cor_set_str ((char **) &self->filter.locale, filter->locale);
  cor_set_str ((char **) &self->filter.source, filter->source);
  cor_knowledge_search_set_filter (self->search, &self->filter);
}

/**
 * cor_knowledge_list_show_all:
 *
 * All kinds, not the favourites alone.
 */
void
cor_knowledge_list_show_all (CorKnowledgeList *self)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_LIST (self));

  gtk_toggle_button_set_active (self->all, TRUE);
  gtk_toggle_button_set_active (self->favourites, FALSE);
}

/**
 * cor_knowledge_list_select:
 * @article: local id, 0 none; need not be in the list
 *
 * Marks it; emits nothing.
 */
void
cor_knowledge_list_select (CorKnowledgeList *self, gint64 article)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_LIST (self));

  self->selected = article;
  show_selected (self);
}

/**
 * cor_knowledge_list_get_selected:
 *
 * Returns: local id of the article that is marked, 0 none
 */
gint64
cor_knowledge_list_get_selected (CorKnowledgeList *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_LIST (self), 0);

  return self->selected;
}

/**
 * cor_knowledge_list_step:
 * @step: 1 for the next, -1 for the one before; from nowhere to the first
 *
 * Chooses another, as if the agent had done it.
 */
void
cor_knowledge_list_step (CorKnowledgeList *self, int step)
{
  guint n = 0, place = 0;

  g_return_if_fail (COR_IS_KNOWLEDGE_LIST (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->search));
  place = find_place (self);
  if (n == 0)
    return;
  place = place == GTK_INVALID_LIST_POSITION ? 0 : (guint) CLAMP ((int) place + step, 0, (int) n - 1);
  gtk_single_selection_set_selected (self->selection, place);
}
