/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-page"

#include "config.h"

#include "cor-knowledge-page-private.h"

#include "cor-page-head.h"
#include "cor-reader-locales.h"
#include "cor-str.h"

#include <glib/gi18n-lib.h>

/*
 * CorKnowledgePage: all that the company knows: search as one types, what is found, and one article of it to read.
 *
 * CSS nodes: corknowledgepage
 */
G_DEFINE_FINAL_TYPE (CorKnowledgePage, cor_knowledge_page, COR_TYPE_PAGE)

static void
update_frame (CorKnowledgePage *self)
{
  gboolean is_narrow = cor_page_split_is_folded (self->split);

  cor_knowledge_filters_set_narrow (self->filters, is_narrow);
  cor_article_pane_set_folded (COR_ARTICLE_PANE (self->article), is_narrow);
}

static void
on_chosen (CorKnowledgePage *self, gint64 article)
{
  cor_article_pane_open (COR_ARTICLE_PANE (self->article), article);
  cor_page_split_show_detail (self->split, TRUE);
}

/* The best of what was just found is there to be looked at, where there is room for it; that is not reading it yet. */
static void
on_loaded (CorKnowledgePage *self)
{
  g_autoptr (CorKnowledgeHit) first = g_list_model_get_item (G_LIST_MODEL (self->search), 0);
  const char *query = cor_knowledge_search_get_query (self->search);

  if (first == NULL || cor_page_split_is_folded (self->split) || !cor_set_str (&self->previewed, query))
    return;
  cor_knowledge_list_select (COR_KNOWLEDGE_LIST (self->list), cor_knowledge_hit_get_id (first));
  cor_article_pane_preview (COR_ARTICLE_PANE (self->article), cor_knowledge_hit_get_id (first));
}

/* A link in an article opened another one. */
static void
on_article_changed (CorKnowledgePage *self)
{
  gint64 id = cor_article_get_id (cor_article_pane_get_article (COR_ARTICLE_PANE (self->article)));

  if (id != 0 && id != cor_knowledge_list_get_selected (COR_KNOWLEDGE_LIST (self->list)))
    cor_knowledge_list_select (COR_KNOWLEDGE_LIST (self->list), id);
}

static void
on_search_changed (CorKnowledgePage *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  cor_knowledge_search_set_query (self->search, query);
  cor_article_pane_set_query (COR_ARTICLE_PANE (self->article), query);
  cor_page_split_show_detail (self->split, FALSE);
}

/* Escape empties what was typed; when there is nothing, it leaves the page. */
static void
on_search_stopped (CorKnowledgePage *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    cor_page_close (COR_PAGE (self));
}

static void
on_entry_activated (CorKnowledgePage *self)
{
  gint64 selected = cor_knowledge_list_get_selected (COR_KNOWLEDGE_LIST (self->list));

  if (selected != 0)
    cor_article_pane_open (COR_ARTICLE_PANE (self->article), selected);
  cor_page_split_show_detail (self->split, TRUE);
}

static void
on_filters_changed (CorKnowledgePage *self)
{
  CorKnowledgeFilter filter = cor_knowledge_filters_get (self->filters);

  cor_knowledge_list_set_filter (COR_KNOWLEDGE_LIST (self->list), &filter);
}

/* The arrows walk through the results while one types. */
static gboolean
on_key_pressed (CorKnowledgePage *self, guint key)
{
  int step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1
                                                                                                           : 0;

  if (step == 0)
    return GDK_EVENT_PROPAGATE;
  cor_knowledge_list_step (COR_KNOWLEDGE_LIST (self->list), step);
  return GDK_EVENT_STOP;
}

static void
cor_knowledge_page_set_session (CorPage *page, CorSession *session)
{
  CorKnowledgePage *self = COR_KNOWLEDGE_PAGE (page);
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);

  self->session = g_object_ref (session);
  self->search = cor_knowledge_search_new (cor_session_get_store (session));
  cor_knowledge_search_set_locales (self->search, (const char *const *) locales);
  cor_knowledge_list_set_search (COR_KNOWLEDGE_LIST (self->list), self->search);
  cor_article_pane_set_session (COR_ARTICLE_PANE (self->article), session);
  g_signal_connect_object (cor_article_pane_get_article (COR_ARTICLE_PANE (self->article)), "changed", G_CALLBACK (on_article_changed), self, G_CONNECT_SWAPPED);
  cor_bulletin_card_set_bar (self->bulletin);
  cor_bulletin_card_set_session (self->bulletin, session);
  cor_bulletin_card_open (self->bulletin, 0);
  cor_knowledge_filters_set_store (self->filters, cor_session_get_store (session));
  g_signal_connect_object (self->search, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  cor_knowledge_search_set_query (self->search, "");
}

/* There is a reply to insert into. */
static void
cor_knowledge_page_conversation_changed (CorPage *page)
{
  cor_article_pane_set_can_insert (COR_ARTICLE_PANE (COR_KNOWLEDGE_PAGE (page)->article), cor_page_get_conversation (page) != 0);
}

static void
cor_knowledge_page_enter (CorPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (COR_KNOWLEDGE_PAGE (page)->entry));
}

static gboolean
cor_knowledge_page_find_here (CorPage *page)
{
  return cor_article_pane_begin_find (COR_ARTICLE_PANE (COR_KNOWLEDGE_PAGE (page)->article));
}

static void
cor_knowledge_page_dispose (GObject *object)
{
  CorKnowledgePage *self = COR_KNOWLEDGE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_KNOWLEDGE_PAGE);
  g_clear_object (&self->search);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_knowledge_page_parent_class)->dispose (object);
}

static void
cor_knowledge_page_finalize (GObject *object)
{
  g_free (COR_KNOWLEDGE_PAGE (object)->previewed);

  G_OBJECT_CLASS (cor_knowledge_page_parent_class)->finalize (object);
}

static void
cor_knowledge_page_class_init (CorKnowledgePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CorPageClass   *page_class = COR_PAGE_CLASS (klass);

  g_type_ensure (COR_TYPE_BULLETIN_CARD);
  g_type_ensure (COR_TYPE_KNOWLEDGE_FILTERS);
  g_type_ensure (COR_TYPE_PAGE_HEAD);
  g_type_ensure (COR_TYPE_PAGE_SPLIT);
  object_class->dispose = cor_knowledge_page_dispose;
  object_class->finalize = cor_knowledge_page_finalize;
  page_class->set_session = cor_knowledge_page_set_session;
  page_class->enter = cor_knowledge_page_enter;
  page_class->find = cor_knowledge_page_find_here;
  page_class->conversation_changed = cor_knowledge_page_conversation_changed;

  gtk_widget_class_set_css_name (widget_class, "corknowledgepage");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-knowledge-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePage, bulletin);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePage, entry);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePage, filters);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePage, root);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePage, split);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  _cor_knowledge_page_install_actions (widget_class);
}

static void
cor_knowledge_page_init (CorKnowledgePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = cor_knowledge_list_new ();
  self->aside = cor_article_aside_new ();
  self->article = cor_article_pane_new (COR_ARTICLE_ASIDE (self->aside));
  cor_page_split_set_children (self->split, self->list, self->article, self->aside);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (update_frame), self, G_CONNECT_SWAPPED);
  update_frame (self);
}

/**
 * cor_knowledge_page_open_article:
 * @article: local id
 *
 * Shows it, whatever is in the list.
 */
void
cor_knowledge_page_open_article (CorKnowledgePage *self, gint64 article)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_PAGE (self));

  cor_set_str (&self->previewed, cor_knowledge_search_get_query (self->search));
  cor_knowledge_list_select (COR_KNOWLEDGE_LIST (self->list), article);
  on_chosen (self, article);
}

/**
 * cor_knowledge_page_find:
 * @query: what to search for
 */
void
cor_knowledge_page_find (CorKnowledgePage *self, const char *query)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
