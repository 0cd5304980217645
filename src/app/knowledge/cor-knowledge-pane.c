/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-pane"

#include "config.h"

#include "cor-knowledge-pane.h"

#include "cor-bulletin-card.h"
#include "cor-context-tab.h"
#include "cor-gap-filing.h"
#include "cor-knowledge-insert.h"
#include "cor-knowledge-row.h"
#include "cor-knowledge-search.h"
#include "cor-knowledge-text.h"
#include "cor-page.h"
#include "cor-procedure-list.h"
#include "cor-reading-card.h"
#include "cor-str.h"
#include "cor-suggestions.h"

#include "cor-locale-fit.h"

#include <glib/gi18n-lib.h>

/*
 * CorKnowledgePane: the tab of the knowledge base beside a conversation: what fits the customer's last message before
 * anybody has searched, or what is found for what is typed; the answer to read and to insert.
 *
 * CSS nodes: corknowledgepane
 */
struct _CorKnowledgePane
{
  GtkWidget parent_instance;

  CorSession         *session;     /* owned, or NULL */
  CorSuggestions     *suggestions; /* owned, or NULL */
  CorKnowledgeSearch *search;      /* owned, or NULL */
  GtkSliceListModel  *found;       /* owned, or NULL: as many results as there is room for */
  gint64              conversation;
  guint               wants_answer : 1; /* the key for it was pressed before the suggestions were there */
  guint               wants_link : 1;
  guint               is_searching : 1;
  guint               has_chosen : 1; /* the agent, what is open */

  /* Template */
  CorBulletinCard  *bulletin;
  GtkLabel         *empty;
  GtkSearchEntry   *entry;
  GtkWidget        *held;
  GtkListBox       *hits;
  GtkLabel         *hits_title;
  GtkWidget        *more;
  CorProcedureList *procedures;
  CorReadingCard   *reading;
  GtkWidget        *reading_title;
  GtkWidget        *root;
};

#define MAX_FOUND 6

static void cor_knowledge_pane_tab_init (CorContextTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CorKnowledgePane, cor_knowledge_pane, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (COR_TYPE_CONTEXT_TAB, cor_knowledge_pane_tab_init))

static GtkWidget *
create_row (gpointer item, gpointer unused)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = cor_knowledge_row_new (TRUE);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  cor_knowledge_row_set_hit (COR_KNOWLEDGE_ROW (content), item);
  return row;
}

static GListModel *
get_shown (CorKnowledgePane *self)
{
  return self->is_searching ? G_LIST_MODEL (self->found) : G_LIST_MODEL (self->suggestions);
}

static void
read_hit (CorKnowledgePane *self, CorKnowledgeHit *hit)
{
  cor_reading_card_open (self->reading, hit != NULL ? cor_knowledge_hit_get_id (hit) : 0);
  gtk_widget_set_visible (self->reading_title, hit != NULL);
}

/* The place of what is being read among what is shown, or -1. */
static int
find_read (CorKnowledgePane *self)
{
  GListModel *shown = get_shown (self);
  gint64      id = cor_article_get_id (cor_reading_card_get_article (self->reading));

  for (guint i = 0; id != 0 && i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (CorKnowledgeHit) hit = g_list_model_get_item (shown, i);

      if (cor_knowledge_hit_get_id (hit) == id)
        return (int) i;
    }
  return -1;
}

/* The best of them is open to be read, so that most often nothing needs to be chosen; a new message does not take
 * away what somebody chose to read. */
static void
read_best (CorKnowledgePane *self)
{
  int place = self->is_searching || !self->has_chosen ? 0 : MAX (0, find_read (self));
  g_autoptr (CorKnowledgeHit) hit = g_list_model_get_item (get_shown (self), (guint) place);

  gtk_list_box_select_row (self->hits, gtk_list_box_get_row_at_index (self->hits, place));
  read_hit (self, hit);
}

static void
show_title (CorKnowledgePane *self)
{
  g_autofree char *title = self->is_searching ? g_strdup (_ ("Found")) : cor_knowledge_suggestions_dup_title (self->suggestions);

  gtk_label_set_label (self->hits_title, title);
  gtk_widget_set_visible (self->held, !self->is_searching && cor_suggestions_is_held (self->suggestions));
}

static void
show_empty (CorKnowledgePane *self, gboolean is_loaded)
{
  guint            n = g_list_model_get_n_items (get_shown (self));
  g_autofree char *query = cor_dup_brief (cor_knowledge_search_get_query (self->search));
  g_autofree char *nothing = NULL;

  if (self->is_searching)
    /* TRANSLATORS: nothing was found for what somebody typed */
    nothing = g_strdup_printf (_ ("Nothing for %s."), query);
  else
    nothing = g_strdup (_ ("Nothing here fits."));
  gtk_label_set_label (self->empty, nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), is_loaded && n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hits), n > 0);
  gtk_widget_set_visible (self->more, self->is_searching && g_list_model_get_n_items (G_LIST_MODEL (self->search)) > MAX_FOUND && cor_page_find_kind ("knowledge") != NULL);
}

/* The first of the suggestions that may be sent, or NULL. */
static CorKnowledgeHit *
dup_answer (CorKnowledgePane *self, gboolean as_link)
{
  GListModel *suggestions = G_LIST_MODEL (self->suggestions);

  for (guint i = 0; i < g_list_model_get_n_items (suggestions); i++)
    {
      g_autoptr (CorKnowledgeHit) hit = g_list_model_get_item (suggestions, i);
      const CorArticleData *article = cor_knowledge_hit_get_article (hit);

      if ((as_link ? cor_knowledge_get_link_obstacle (article) : cor_knowledge_get_insert_obstacle (article)) == NULL)
        return g_steal_pointer (&hit);
    }
  return NULL;
}

static void
tell (CorKnowledgePane *self, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", words);
}

static void
insert_answer (CorKnowledgePane *self)
{
  gboolean    as_link = self->wants_link;
  const char *wanted = cor_suggestions_get_locales (self->suggestions)[0];
  g_autoptr (CorKnowledgeHit) hit = dup_answer (self, as_link);
  const CorArticleData *article = hit != NULL ? cor_knowledge_hit_get_article (hit) : NULL;
  g_autofree char      *text = article != NULL ? cor_knowledge_dup_opening (article) : NULL;
  gboolean              is_done;

  self->wants_answer = FALSE;
  if (article == NULL)
    {
      tell (self, as_link ? _ ("None of the suggestions has a public address.") : _ ("None of the suggestions may be sent."));
      return;
    }
  is_done = as_link ? cor_knowledge_insert_link (GTK_WIDGET (self), article) : cor_knowledge_insert (GTK_WIDGET (self), article, text);
  if (!is_done)
    return;
  cor_knowledge_mark_used (cor_session_get_store (self->session), article->id);
  if (cor_locale_fit (article->locale, wanted) == COR_LOCALE_FIT_NONE)
    tell (self, _ ("There is no text of it in the customer’s language."));
}

static void
on_suggestions_loaded (CorKnowledgePane *self)
{
  gboolean is_loaded = cor_suggestions_is_loaded (self->suggestions);

  if (!self->is_searching)
    {
      show_title (self);
      show_empty (self, is_loaded);
      read_best (self);
    }
  if (is_loaded && self->wants_answer)
    insert_answer (self);
}

static void
on_found (CorKnowledgePane *self)
{
  if (!self->is_searching)
    return;
  show_empty (self, TRUE);
  read_best (self);
}

static void
on_search_changed (CorKnowledgePane *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gboolean         is_searching = query[0] != '\0';

  if (is_searching)
    cor_knowledge_search_set_query (self->search, query);
  if (self->is_searching == is_searching)
    return;
  self->is_searching = is_searching;
  gtk_list_box_bind_model (self->hits, get_shown (self), create_row, NULL, NULL);
  show_title (self);
  if (!is_searching)
    on_suggestions_loaded (self);
}

static void
on_search_stopped (CorKnowledgePane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
on_row_activated (CorKnowledgePane *self, GtkListBoxRow *row)
{
  self->has_chosen = TRUE;
  read_hit (self, cor_knowledge_row_get_hit (COR_KNOWLEDGE_ROW (gtk_list_box_row_get_child (row))));
}

/* What was typed, or what the customer asks. */
static void
on_file_gap_clicked (CorKnowledgePane *self)
{
  const char *question = self->is_searching ? cor_knowledge_search_get_query (self->search) : cor_suggestions_get_question (self->suggestions);

  if (question == NULL)
    tell (self, _ ("The customer has not asked anything yet."));
  else
    cor_gap_file (GTK_WIDGET (self), cor_session_get_store (self->session), question, self->is_searching ? NULL : cor_suggestions_get_locales (self->suggestions)[0], self->conversation);
}

static void
on_more_clicked (CorKnowledgePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.find-knowledge", "s", gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* A procedure that somebody is at is not started again. */
static void
update_start (CorKnowledgePane *self)
{
  const CorArticleData *data = cor_article_get_data (cor_reading_card_get_article (self->reading));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "procedure.start", cor_procedure_list_can_start (self->procedures, data));
}

static void
action_start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CorKnowledgePane *self = COR_KNOWLEDGE_PANE (widget);

  cor_procedure_list_start (self->procedures, cor_article_get_data (cor_reading_card_get_article (self->reading)));
}

static void
cor_knowledge_pane_set_session (CorContextTab *tab, CorSession *session)
{
  CorKnowledgePane *self = COR_KNOWLEDGE_PANE (tab);
  CorStore         *store = cor_session_get_store (session);

  self->session = g_object_ref (session);
  self->suggestions = cor_suggestions_new (store);
  self->search = cor_knowledge_search_new (store);
  self->found = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->search)), 0, MAX_FOUND);
  cor_bulletin_card_set_session (self->bulletin, session);
  cor_procedure_list_set_session (self->procedures, session);
  cor_reading_card_set_session (self->reading, session);
  g_signal_connect_object (self->procedures, "changed", G_CALLBACK (update_start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_reading_card_get_article (self->reading), "changed", G_CALLBACK (update_start), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->hits, get_shown (self), create_row, NULL, NULL);
  g_signal_connect_object (self->suggestions, "loaded", G_CALLBACK (on_suggestions_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "loaded", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
}

static void
cor_knowledge_pane_set_conversation (CorContextTab *tab, gint64 conversation)
{
  CorKnowledgePane *self = COR_KNOWLEDGE_PANE (tab);

  if (self->conversation == conversation)
    return;
  self->conversation = conversation;
  self->wants_answer = self->has_chosen = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  cor_suggestions_open (self->suggestions, conversation);
  cor_bulletin_card_open (self->bulletin, conversation);
  cor_procedure_list_open (self->procedures, conversation);
}

static void
cor_knowledge_pane_tab_init (CorContextTabInterface *iface)
{
  iface->set_session = cor_knowledge_pane_set_session;
  iface->set_conversation = cor_knowledge_pane_set_conversation;
}

static void
cor_knowledge_pane_dispose (GObject *object)
{
  CorKnowledgePane *self = COR_KNOWLEDGE_PANE (object);

  if (self->hits != NULL)
    gtk_list_box_bind_model (self->hits, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_KNOWLEDGE_PANE);
  g_clear_object (&self->found);
  g_clear_object (&self->search);
  g_clear_object (&self->suggestions);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_knowledge_pane_parent_class)->dispose (object);
}

static void
cor_knowledge_pane_class_init (CorKnowledgePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_BULLETIN_CARD);
  g_type_ensure (COR_TYPE_PROCEDURE_LIST);
  g_type_ensure (COR_TYPE_READING_CARD);
  G_OBJECT_CLASS (klass)->dispose = cor_knowledge_pane_dispose;

  gtk_widget_class_set_css_name (widget_class, "corknowledgepane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-knowledge-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, bulletin);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, empty);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, entry);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, held);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, hits);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, hits_title);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, more);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, procedures);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, reading);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, reading_title);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgePane, root);
  gtk_widget_class_bind_template_callback (widget_class, on_file_gap_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_install_action (widget_class, "procedure.start", NULL, action_start);
}

static void
cor_knowledge_pane_init (CorKnowledgePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_knowledge_pane_insert_answer:
 * @as_link: the public address in the place of the words
 *
 * Inserts the answer of the first suggestion that may be sent, in the customer's language where it has that; as soon
 * as the suggestions are there. The pane need not be on screen.
 */
void
cor_knowledge_pane_insert_answer (CorKnowledgePane *self, gboolean as_link)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_PANE (self));

  if (self->conversation == 0)
    return;
  self->wants_answer = TRUE;
  self->wants_link = as_link;
  if (cor_suggestions_is_loaded (self->suggestions))
    insert_answer (self);
}
