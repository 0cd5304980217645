/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-article-view.h"
#include "cor-context-pane.h"
#include "cor-inbox-pane.h"
#include "cor-knowledge-nothing.h"
#include "cor-knowledge-pane.h"
#include "cor-page.h"
#include "cor-palette.h"
#include "cor-store-articles.h"
#include "cor-store-templates.h"
#include "cor-str.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-test-queries.h"
#include "cor-test-widgets.h"
#include "cor-thread-row.h"
#include "cor-workbench.h"

#include <adwaita.h>
#include <string.h>

typedef struct
{
  CorTestDesk   desk;
  CorSession   *session;
  GtkWidget    *window;
  CorWorkbench *workbench;
} Fixture;

static void
put_article (Fixture *fixture)
{
  GPtrArray      *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  CorArticleData *article = cor_article_data_new ();
  g_auto (CorTestAwait) await = { 0 };

  article->source = g_strdup ("import");
  article->remote_id = g_strdup ("zebra");
  article->slug = g_strdup ("zebra");
  article->locale = g_strdup ("en");
  article->title = g_strdup ("Zebra crossings");
  article->body = g_strdup ("Where zebras cross.");
  g_ptr_array_add (articles, article);
  cor_store_put_articles_async (fixture->desk.store, articles, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_articles_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
put_template (Fixture *fixture)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_free);
  CorTemplate *template = cor_template_new ();
  CorTemplateVariant *variant = cor_template_variant_new ();
  g_auto (CorTestAwait) await = { 0 };

  template->id = g_strdup ("zebra");
  template->title = g_strdup ("Zebra letter");
  template->channels = g_strdup ("any");
  template->source_locale = g_strdup ("en");
  variant->locale = g_strdup ("en");
  variant->text = g_strdup ("Dear zebra,");
  g_ptr_array_add (template->variants, variant);
  g_ptr_array_add (templates, template);
  cor_store_put_templates_async (fixture->desk.store, 0, "pack:p", templates, NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_templates_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  cor_test_desk_open (&fixture->desk);
  cor_test_desk_tell_story (&fixture->desk);
  put_article (fixture);
  put_template (fixture);
  fixture->session = cor_session_new (fixture->desk.store, NULL, fixture->desk.now);
  fixture->window = gtk_window_new ();
  fixture->workbench = COR_WORKBENCH (cor_workbench_new (fixture->session));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1440, 900);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->workbench));
  gtk_window_present (GTK_WINDOW (fixture->window));
  cor_workbench_open_view (fixture->workbench, "all");
  cor_workbench_open_conversation (fixture->workbench, cor_test_desk_find (&fixture->desk, "20481"));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer workbench = fixture->workbench;

  g_object_add_weak_pointer (workbench, &workbench);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  cor_test_until (workbench == NULL);
  cor_test_desk_settle (&fixture->desk);
  cor_test_finalize (fixture->session);
  cor_test_desk_close (&fixture->desk);
}

static int
measure_width (GtkWidget *widget)
{
  int least = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static void
type_text (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  /* and not only after a while */
  if (GTK_IS_SEARCH_ENTRY (entry))
    g_signal_emit_by_name (entry, "search-changed");
}

static GtkWidget *
find_entry (GtkWidget *place)
{
  GtkWidget *entry = cor_test_find (place, GTK_TYPE_SEARCH_ENTRY, NULL);

  return entry != NULL ? entry : cor_test_find (place, GTK_TYPE_ENTRY, NULL);
}

typedef struct
{
  GtkWidget  *widget;        /* has the entry, and all that is said */
  const char *nothing;       /* what it says, or begins to say, where there is nothing */
  const char *query, *found; /* what is asked in the end, and the label that then begins so */
} Place;

/* What cannot be an answer is said so, and the sentence is as short as any. */
static void
assert_answered (const Place *place, const CorTestQuery *query, int width)
{
  g_autofree char *text = cor_test_query_dup_text (query);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GtkWidget       *nothing = NULL;

  g_test_message ("%.40s", query->text);
  type_text (find_entry (place->widget), valid);
  if (query->kind == COR_TEST_QUERY_NONE && *g_strstrip (text) != '\0')
    {
      cor_test_until ((nothing = cor_test_find (place->widget, GTK_TYPE_LABEL, place->nothing)) != NULL && gtk_widget_get_mapped (nothing));
      g_assert_cmpuint (g_utf8_strlen (gtk_label_get_text (GTK_LABEL (nothing)), -1), <, 2 * COR_BRIEF_LETTERS);
    }
  g_assert_cmpint (measure_width (GTK_WIDGET (gtk_widget_get_root (place->widget))), <=, width);
}

/* Nothing that is typed is an error anywhere, nothing widens the window, and what is typed next is found. */
static void
try_place (const Place *place)
{
  int width;

  cor_test_until (find_entry (place->widget) != NULL);
  type_text (find_entry (place->widget), "qx");
  cor_test_until (cor_test_is_shown (place->widget, place->nothing));
  width = measure_width (GTK_WIDGET (gtk_widget_get_root (place->widget)));
  for (guint i = 0; i < cor_test_n_queries; i++)
    assert_answered (place, &cor_test_queries[i], width);
  type_text (find_entry (place->widget), place->query);
  cor_test_until (cor_test_is_shown (place->widget, place->found));
}

static void
test_inbox (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *pane = NULL;

  cor_test_until ((pane = cor_test_find (fixture->window, COR_TYPE_INBOX_PANE, NULL)) != NULL && cor_test_find (pane, COR_TYPE_THREAD_ROW, NULL) != NULL);
  cor_workbench_search (fixture->workbench);
  try_place (&(Place){ pane, "Nothing for ", "no such words", "Nothing for “no such words”." });
  type_text (cor_test_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL), "li wei");
  cor_test_until (cor_test_find (pane, COR_TYPE_THREAD_ROW, NULL) != NULL);
}

static void
test_pane (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *pane = NULL;

  g_assert_true (cor_workbench_open_context_tab_named (fixture->workbench, "knowledge"));
  cor_test_until ((pane = cor_test_find (fixture->window, COR_TYPE_KNOWLEDGE_PANE, NULL)) != NULL && gtk_widget_get_mapped (pane));
  try_place (&(Place){ pane, "Nothing for ", "zebra", "Zebra crossings" });

  /* blanks are no question */
  type_text (cor_test_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL), "  ");
  cor_test_until (cor_test_is_shown (pane, "Fits the last message") || cor_test_is_shown (pane, "Nothing here fits."));
}

static GtkWidget *
open_page (Fixture *fixture, const char *name)
{
  GtkWidget *page = GTK_WIDGET (cor_workbench_open_page (fixture->workbench, name));

  cor_test_until (gtk_widget_get_mapped (page));
  return page;
}

static void
test_knowledge (Fixture *fixture, gconstpointer unused)
{
  try_place (&(Place){ open_page (fixture, "knowledge"), "Nothing for ", "zebra", "Zebra crossings" });
}

static void
test_templates (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = open_page (fixture, "templates");

  cor_test_until (cor_test_is_shown (page, "Zebra letter"));
  try_place (&(Place){ page, "No template is called so.", "zebra", "Zebra letter" });
}

static void
test_payments (Fixture *fixture, gconstpointer unused)
{
  try_place (&(Place){ open_page (fixture, "payments"), "Nothing for ", "no such words", "Nothing for “no such words”." });
}

static void
test_palette (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *palette = cor_palette_new (fixture->session, GTK_WINDOW (fixture->window), TRUE);

  gtk_window_present (GTK_WINDOW (palette));
  cor_test_until (cor_test_find (palette, GTK_TYPE_LIST_BOX_ROW, NULL) != NULL);
  try_place (&(Place){ palette, "Nothing is called so.", "beside", "Beside the conversation" });
  gtk_window_close (GTK_WINDOW (palette));
}

static gboolean
has_focus (Fixture *fixture, GType within)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) : NULL;

  return entry != NULL && gtk_widget_get_ancestor (entry, within) != NULL;
}

/* One key: on a page it does not leave the page, and where an article is read it searches that. */
static void
test_find (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = open_page (fixture, "templates");
  GtkWidget *view = NULL;

  cor_test_until (cor_test_is_shown (page, "Zebra letter"));
  gtk_widget_grab_focus (cor_test_find (page, GTK_TYPE_LIST_BOX_ROW, NULL));
  g_assert_false (has_focus (fixture, COR_TYPE_PAGE));
  cor_workbench_find (fixture->workbench);
  g_assert_true (has_focus (fixture, COR_TYPE_PAGE));
  g_assert_cmpstr (cor_workbench_get_page (fixture->workbench), ==, "templates");

  page = open_page (fixture, "knowledge");
  type_text (find_entry (page), "zebra crossings");
  cor_test_until ((view = cor_test_find (page, COR_TYPE_ARTICLE_VIEW, NULL)) != NULL && cor_test_is_shown (view, "Where zebras cross."));
  cor_workbench_find (fixture->workbench);
  cor_test_until (has_focus (fixture, COR_TYPE_ARTICLE_VIEW));
  cor_workbench_find (fixture->workbench);
  g_assert_true (has_focus (fixture, COR_TYPE_ARTICLE_VIEW));

  cor_workbench_leave_place (fixture->workbench);
  cor_workbench_find (fixture->workbench);
  cor_test_until (has_focus (fixture, COR_TYPE_INBOX_PANE));
}

/* What was typed is not what else was tried. */
static void
test_tried (void)
{
  CorSearchTried   same = { COR_SEARCH_TRIED_MEANING, (char *) "Cut-off", (char *) "cut-off" };
  CorSearchTried   other = { COR_SEARCH_TRIED_MEANING, (char *) "Cut-off", (char *) "deadline" };
  CorSearchResult  result = { .tried = g_ptr_array_new () };
  g_autofree char *alone = NULL;
  g_autofree char *both = NULL;

  g_ptr_array_add (result.tried, &same);
  alone = cor_knowledge_nothing_dup_text ("Cut-off", &result, FALSE);
  g_ptr_array_add (result.tried, &other);
  both = cor_knowledge_nothing_dup_text ("Cut-off", &result, FALSE);
  g_assert_cmpstr (alone, ==, "Nothing for Cut-off.");
  g_assert_cmpstr (both, ==, "Nothing for Cut-off. Also tried deadline.");
  g_ptr_array_unref (result.tried);
}

static void
test_brief (void)
{
  g_autofree char *same = cor_dup_brief ("退款 \"x\"");
  g_autofree char *lines = cor_dup_brief ("a\nb\tc\x1b[31m");
  g_autofree char *turned = cor_dup_brief ("\xe2\x80\xae"
                                           "abc");
  g_autofree char *many = g_strnfill (COR_BRIEF_LETTERS + 1, 'x');
  g_autofree char *cut = cor_dup_brief (many);

  g_assert_cmpstr (same, ==, "退款 \"x\"");
  g_assert_cmpstr (lines, ==, "a b c [31m");
  g_assert_cmpstr (turned, ==, "abc");
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, COR_BRIEF_LETTERS + 1);
  g_assert_true (g_str_has_suffix (cut, "x…"));
}

int
main (int argc, char *argv[])
{
  cor_test_init (&argc, &argv);
  adw_init ();
  cor_test_allow_library_warnings ();

#define ADD(name, func) g_test_add ("/ui-search/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("inbox", test_inbox);
  ADD ("pane", test_pane);
  ADD ("knowledge", test_knowledge);
  ADD ("templates", test_templates);
  ADD ("payments", test_payments);
  ADD ("palette", test_palette);
  ADD ("find", test_find);
  g_test_add_func ("/ui-search/tried", test_tried);
  g_test_add_func ("/ui-search/brief", test_brief);
  return cor_test_run ();
}
