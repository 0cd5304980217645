/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-article-editor.h"
#include "cor-composer.h"
#include "cor-context-pane.h"
#include "cor-gaps-dialog.h"
#include "cor-knowledge-filters.h"
#include "cor-knowledge-insert.h"
#include "cor-knowledge-nothing.h"
#include "cor-knowledge-page.h"
#include "cor-knowledge-pane.h"
#include "cor-knowledge-row.h"
#include "cor-knowledge-text.h"
#include "cor-procedure-card.h"
#include "cor-procedure-row.h"
#include "cor-reading-card.h"
#include "cor-store-article-lists.h"
#include "cor-store-articles.h"
#include "cor-store-gaps.h"
#include "cor-store-intents.h"
#include "cor-str.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-test-payment.h"
#include "cor-test-widgets.h"
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

typedef struct
{
  const char    *slug, *locale;
  CorArticleKind kind;
  const char    *audience, *url, *title, *body;
} Text;

static const Text texts[] = {
  { "less", "zh-Hans", COR_ARTICLE_ARTICLE, "public", "https://help.example/less", "为什么对方收到的钱少了？", "途中的银行可能扣费，所以对方收到的欧元比汇出的少。\n\n## 怎么查\n\n请看汇款凭证。" },
  { "less", "en", COR_ARTICLE_ARTICLE, "public", "https://help.example/en/less", "Why did less arrive?", "A bank on the way may have taken a charge." },
  { "inside", "zh-Hans", COR_ARTICLE_SOP, "internal", NULL, "内部规程", "1. 核对身份。\n2. 上报主管。" },
};

static void
put_texts (Fixture *fixture)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  g_auto (CorTestAwait) await = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CorArticleData *article = cor_article_data_new ();

      article->source = g_strdup ("import");
      article->remote_id = g_strdup_printf ("%s.%s", texts[i].slug, texts[i].locale);
      article->slug = g_strdup (texts[i].slug);
      article->locale = g_strdup (texts[i].locale);
      article->kind = texts[i].kind;
      article->audience = g_strdup (texts[i].audience);
      article->url = g_strdup (texts[i].url);
      article->title = g_strdup (texts[i].title);
      article->body = g_strdup (texts[i].body);
      g_ptr_array_add (articles, article);
    }
  cor_store_put_articles_async (fixture->desk.store, articles, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_articles_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  cor_test_desk_open (&fixture->desk);
  cor_test_desk_tell_story (&fixture->desk);
  put_texts (fixture);
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

static GtkTextBuffer *
get_reply (Fixture *fixture)
{
  GtkWidget *composer = cor_test_find (fixture->window, COR_TYPE_COMPOSER, NULL);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (cor_test_find (composer, GTK_TYPE_TEXT_VIEW, NULL)));
}

static gboolean
replies (Fixture *fixture, const char *words)
{
  g_autofree char *text = NULL;

  g_object_get (get_reply (fixture), "text", &text, NULL);
  return strstr (text, words) != NULL;
}

/* The pane shows what fits before anybody searched; its words go into the reply, those of an internal text do not. */
static void
test_pane (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *pane = NULL;
  GtkWidget *entry = NULL;
  GtkWidget *card = NULL;

  g_assert_true (cor_workbench_open_context_tab_named (fixture->workbench, "knowledge"));
  cor_test_until ((pane = cor_test_find (fixture->window, COR_TYPE_KNOWLEDGE_PANE, NULL)) != NULL);
  cor_test_until (cor_test_is_shown (pane, "途中的银行可能扣费"));
  g_assert_true (cor_test_is_shown (pane, "Fits the last message"));
  card = cor_test_find (pane, COR_TYPE_READING_CARD, NULL);
  g_assert_nonnull (card);
  g_assert_false (cor_test_is_shown (card, "怎么查")); /* what stands under headings is on the page */
  cor_test_click (card, "Insert");
  cor_test_until (replies (fixture, "途中的银行可能扣费"));
  g_assert_false (replies (fixture, "怎么查"));
  cor_test_click (card, "Insert link");
  cor_test_until (replies (fixture, "https://help.example/less"));

  /* typed: what is found takes the place of what fits */
  entry = cor_test_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "内部规程");
  cor_test_until (cor_test_is_shown (card, "内部规程"));
  g_assert_true (cor_test_is_shown (pane, "Found"));
  g_assert_true (cor_test_is_shown (card, "Internal: it can be read"));
  g_assert_null (cor_test_find (card, GTK_TYPE_BUTTON, "Insert"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzqqxx");
  cor_test_until (cor_test_is_shown (pane, "Nothing for zzqqxx."));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  cor_test_until (cor_test_is_shown (pane, "Fits the last message"));
}

static gboolean
has_note (Fixture *fixture, const char *words)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;

  cor_store_list_outbox_async (fixture->desk.store, NULL, cor_test_on_result, &await);
  outbox = cor_store_list_outbox_finish (fixture->desk.store, cor_test_await (&await), NULL);
  for (guint i = 0; i < outbox->len; i++)
    {
      const CorIntentData *intent = outbox->pdata[i];

      if (intent->kind == COR_INTENT_NOTE && strstr (intent->text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A procedure is started where it is read, ticked, and told of in one note when it is finished. */
static void
test_procedure (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *pane = NULL;
  GtkWidget *card = NULL;

  g_assert_true (cor_workbench_open_context_tab_named (fixture->workbench, "knowledge"));
  cor_test_until ((pane = cor_test_find (fixture->window, COR_TYPE_KNOWLEDGE_PANE, NULL)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (cor_test_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL)), "内部规程");
  cor_test_until (cor_test_is_shown (pane, "Start for this conversation"));
  g_assert_null (cor_test_find (pane, COR_TYPE_PROCEDURE_CARD, NULL));
  cor_test_click (pane, "Start for this conversation");
  cor_test_until ((card = cor_test_find (pane, COR_TYPE_PROCEDURE_CARD, NULL)) != NULL && cor_test_is_shown (card, "0 of 2"));
  cor_test_until (cor_test_is_shown (card, "上报主管"));
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (pane, GTK_TYPE_BUTTON, "Start for this conversation")));

  cor_test_activate (cor_test_find (card, COR_TYPE_PROCEDURE_ROW, NULL), "step.toggle", NULL);
  cor_test_until (cor_test_is_shown (card, "1 of 2"));
  g_assert_false (has_note (fixture, "内部规程"));
  cor_test_click (card, "Finish");
  cor_test_until (cor_test_is_shown (card, "Finished"));
  g_assert_true (has_note (fixture, "Finished: 1 of 2 steps done"));
  g_assert_true (has_note (fixture, "2. 上报主管。: not done"));
  g_assert_false (cor_test_is_shown (card, "上报主管"));
  cor_test_until (gtk_widget_is_sensitive (cor_test_find (pane, GTK_TYPE_BUTTON, "Start for this conversation")));

  /* the other conversation has none */
  cor_workbench_open_conversation (fixture->workbench, cor_test_desk_find (&fixture->desk, "20460"));
  cor_test_until (cor_test_find (pane, COR_TYPE_PROCEDURE_CARD, NULL) == NULL);
}

/* A key inserts the answer while the pane has not even been opened. */
static void
test_answer_key (Fixture *fixture, gconstpointer unused)
{
  cor_workbench_insert_answer (fixture->workbench, FALSE);
  cor_test_until (replies (fixture, "途中的银行可能扣费"));
  cor_workbench_insert_answer (fixture->workbench, TRUE);
  cor_test_until (replies (fixture, "https://help.example/less"));
}

/* A payment that goes to compliance takes away what names a cause; the key inserts none of it. */
static void
test_held (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *pane = NULL;

  g_assert_true (cor_workbench_open_context_tab_named (fixture->workbench, "knowledge"));
  cor_test_until ((pane = cor_test_find (fixture->window, COR_TYPE_KNOWLEDGE_PANE, NULL)) != NULL);
  cor_test_until (cor_test_is_shown (pane, "途中的银行可能扣费"));
  g_assert_false (cor_test_is_shown (pane, "With compliance"));
  cor_test_desk_put_payment (&fixture->desk, COR_TEST_PAYMENT_HELD);
  cor_test_until (cor_test_is_shown (pane, "With compliance: only neutral texts are suggested"));
  g_assert_false (cor_test_is_shown (pane, "途中的银行可能扣费"));
  g_assert_true (cor_test_is_shown (pane, "Nothing here fits."));
  cor_workbench_insert_answer (fixture->workbench, FALSE);
  g_assert_false (replies (fixture, "途中的银行可能扣费"));
  /* who searches may read it */
  gtk_editable_set_text (GTK_EDITABLE (cor_test_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL)), "为什么收到的钱少了");
  cor_test_until (cor_test_is_shown (pane, "途中的银行可能扣费"));
  g_assert_false (cor_test_is_shown (pane, "With compliance"));
}

/* Two messages without an answer are read as one question, and the heading says so. */
static void
test_together (Fixture *fixture, gconstpointer unused)
{
  GtkWidget     *pane = NULL;
  CorTestMessage more = { "20481", COR_MESSAGE_INCOMING, COR_SENDER_CUSTOMER, .text = "少了的钱去哪里了？", .at = fixture->desk.now };

  g_assert_true (cor_workbench_open_context_tab_named (fixture->workbench, "knowledge"));
  cor_test_until ((pane = cor_test_find (fixture->window, COR_TYPE_KNOWLEDGE_PANE, NULL)) != NULL);
  cor_test_until (cor_test_is_shown (pane, "Fits the last message"));
  cor_test_desk_say (&fixture->desk, &more);
  cor_test_until (cor_test_is_shown (pane, "Fits the last 2 messages"));
}

/* The page stands over everything, and leaving it is as if nothing had been. */
static void
test_page (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = NULL;
  GtkWidget *view = NULL;

  cor_test_until ((view = cor_test_find (fixture->window, GTK_TYPE_TEXT_VIEW, NULL)) != NULL && gtk_widget_get_mapped (view));
  gtk_widget_grab_focus (view);
  page = GTK_WIDGET (cor_workbench_open_page (fixture->workbench, "knowledge"));
  g_assert_cmpstr (cor_workbench_get_page (fixture->workbench), ==, "knowledge");
  cor_test_until (gtk_widget_get_mapped (page));
  cor_test_until (cor_test_find (page, COR_TYPE_KNOWLEDGE_ROW, NULL) != NULL);
  g_assert_null (cor_workbench_open_page (fixture->workbench, "no such page"));
  cor_knowledge_page_find (COR_KNOWLEDGE_PAGE (page), "为什么收到的钱少了");
  cor_test_until (cor_test_is_shown (page, "途中的银行可能扣费"));
  cor_test_until (cor_test_is_shown (page, "On this page"));

  /* nothing found says so, offers to file it, and filing it is kept */
  cor_knowledge_page_find (COR_KNOWLEDGE_PAGE (page), "zzqqxx");
  cor_test_until (cor_test_is_shown (page, "Nothing for zzqqxx."));
  cor_test_activate (page, "knowledge.file-gap", NULL);
  {
    GtkWidget *gaps = cor_gaps_dialog_new (fixture->session, GTK_WINDOW (fixture->window));

    gtk_window_present (GTK_WINDOW (gaps));
    cor_test_until (cor_test_is_shown (gaps, "zzqqxx"));
    cor_test_click (gaps, "Answered");
    cor_test_until (!cor_test_is_shown (gaps, "zzqqxx"));
    gtk_window_destroy (GTK_WINDOW (gaps));
  }

  cor_workbench_close_page (fixture->workbench);
  g_assert_null (cor_workbench_get_page (fixture->workbench));
  cor_test_until (gtk_widget_get_mapped (view));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
}

static void
press_row (GtkWidget *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, 5.0, 5.0);
    }
}

static gint64
get_read_at (Fixture *fixture, const char *id)
{
  const char      *locales[] = { "zh-Hans", NULL };
  CorArticleFilter filter = { .locales = locales, .limit = 50 };
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) list = NULL;

  cor_store_list_articles_async (fixture->desk.store, &filter, NULL, cor_test_on_result, &await);
  list = cor_store_list_articles_finish (fixture->desk.store, cor_test_await (&await), NULL);
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((const CorArticleData *) list->pdata[i])->remote_id, id))
      return ((const CorArticleData *) list->pdata[i])->reading.read_at;
  g_assert_not_reached ();
}

/* The best hit is shown before it is chosen, and is not read by that; pressing it is reading it. */
static void
test_read (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = GTK_WIDGET (cor_workbench_open_page (fixture->workbench, "knowledge"));
  GtkWidget *row = NULL;

  cor_test_until (gtk_widget_get_mapped (page));
  cor_knowledge_page_find (COR_KNOWLEDGE_PAGE (page), "为什么收到的钱少了");
  cor_test_until (cor_test_is_shown (page, "On this page"));
  g_assert_cmpint (get_read_at (fixture, "less.zh-Hans"), ==, 0);
  cor_test_until ((row = cor_test_find (page, COR_TYPE_KNOWLEDGE_ROW, NULL)) != NULL);
  press_row (row);
  cor_test_until (get_read_at (fixture, "less.zh-Hans") > 0);
}

static gboolean
is_clearing_offered (GtkWidget *filters)
{
  GtkWidget *clear = cor_test_find (filters, GTK_TYPE_BUTTON, "Clear the filters");

  return clear != NULL && gtk_widget_get_visible (clear);
}

/* A corridor is typed as one thinks of it; what does not pass is offered with a way out. */
static void
test_page_filters (Fixture *fixture, gconstpointer unused)
{
  GtkWidget   *page = GTK_WIDGET (cor_workbench_open_page (fixture->workbench, "knowledge"));
  GtkWidget   *filters = NULL;
  GtkEditable *corridor = NULL;

  cor_test_until (gtk_widget_get_mapped (page));
  cor_knowledge_page_find (COR_KNOWLEDGE_PAGE (page), "为什么收到的钱少了");
  cor_test_until (cor_test_is_shown (page, "途中的银行可能扣费"));
  filters = cor_test_find (page, COR_TYPE_KNOWLEDGE_FILTERS, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (cor_test_find (filters, GTK_TYPE_MENU_BUTTON, NULL)));
  cor_test_until (cor_test_find (filters, GTK_TYPE_ENTRY, NULL) != NULL);
  g_assert_false (is_clearing_offered (filters));
  corridor = GTK_EDITABLE (cor_test_find (filters, GTK_TYPE_ENTRY, NULL));
  gtk_editable_set_text (corridor, "cn de");
  g_assert_cmpstr (cor_knowledge_filters_get (COR_KNOWLEDGE_FILTERS (filters)).corridor, ==, "CN-DE");
  gtk_editable_set_text (corridor, "China");
  g_assert_null (cor_knowledge_filters_get (COR_KNOWLEDGE_FILTERS (filters)).corridor);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (corridor), "error"));
  gtk_editable_set_text (corridor, "");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (corridor), "error"));

  /* what is of an import is not of a pack */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (cor_test_find (gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (corridor))), GTK_TYPE_DROP_DOWN, NULL)), 1);
  cor_test_until (cor_test_is_shown (page, "Nothing for 为什么收到的钱少了 with these filters"));
  cor_test_until (cor_test_is_shown (page, "Without the filters"));
  g_assert_true (is_clearing_offered (filters));
  cor_test_activate (page, "knowledge.clear-filters", NULL);
  cor_test_until (!cor_test_is_shown (page, "Nothing for"));
  g_assert_null (cor_knowledge_filters_get (COR_KNOWLEDGE_FILTERS (filters)).source);
  g_assert_false (is_clearing_offered (filters));
}

/* What is inserted on the page lands in the reply that was left. */
static void
test_page_insert (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = GTK_WIDGET (cor_workbench_open_page (fixture->workbench, "knowledge"));

  cor_test_until (gtk_widget_get_mapped (page));
  cor_knowledge_page_find (COR_KNOWLEDGE_PAGE (page), "为什么收到的钱少了");
  cor_test_until (cor_test_is_shown (page, "On this page"));
  cor_test_until (gtk_widget_is_sensitive (cor_test_find (page, GTK_TYPE_BUTTON, "Insert")));
  cor_test_click (page, "Insert");
  cor_workbench_close_page (fixture->workbench); /* the window's own action does this */
  cor_test_until (replies (fixture, "请看汇款凭证"));
}

static void
test_own_article (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *editor = cor_article_editor_new (fixture->session, GTK_WINDOW (fixture->window), NULL);
  GtkWidget *page = NULL;

  gtk_window_present (GTK_WINDOW (editor));
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (editor, GTK_TYPE_BUTTON, "_Save")));
  gtk_editable_set_text (GTK_EDITABLE (cor_test_find (editor, GTK_TYPE_ENTRY, NULL)), "Where is the proof of payment?");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (cor_test_find (editor, GTK_TYPE_TEXT_VIEW, NULL))), "In the list of payments.", -1);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  cor_test_click (editor, "_Save");
  cor_test_until (editor == NULL);
  page = GTK_WIDGET (cor_workbench_open_page (fixture->workbench, "knowledge"));
  cor_knowledge_page_find (COR_KNOWLEDGE_PAGE (page), "proof of payment");
  cor_test_until (cor_test_is_shown (page, "In the list of payments."));
}

/* The article of a question begins with the reply that was sent, without what is the customer's own, and saving it
 * takes the question off the list. */
static void
test_gap_article (Fixture *fixture, gconstpointer unused)
{
  CorTestMessage reply = { "20481", COR_MESSAGE_OUTGOING, COR_SENDER_AGENT, .sender_id = "7", .sender_name = "Sofia Brandt", .text = "李先生，少的 95.00 EUR 是途中银行的费用，凭证 CP-70231 上有。", .at = fixture->desk.now };
  g_auto (CorTestAwait) await = { 0 };
  GtkWidget       *gaps = NULL;
  GtkWidget       *editor = NULL;
  g_autofree char *body = NULL;

  cor_test_desk_say (&fixture->desk, &reply);
  cor_store_file_gap_async (fixture->desk.store, 0, "为什么对方只能收到 905 欧元？", "zh-Hans", cor_test_desk_find (&fixture->desk, "20481"), NULL, cor_test_on_result, &await);
  g_assert_cmpint (cor_store_file_gap_finish (fixture->desk.store, cor_test_await (&await), NULL), !=, 0);
  gaps = cor_gaps_dialog_new (fixture->session, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (gaps));
  cor_test_until (cor_test_is_shown (gaps, "为什么对方只能"));
  cor_test_click (gaps, "Write the article");
  cor_test_until ((editor = cor_test_find_window (COR_TYPE_ARTICLE_EDITOR)) != NULL && gtk_widget_get_mapped (editor));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cor_test_find (editor, GTK_TYPE_ENTRY, NULL))), ==, "为什么对方只能收到 [date or figure] 欧元？");
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (cor_test_find (editor, GTK_TYPE_TEXT_VIEW, NULL))), "text", &body, NULL);
  g_assert_cmpstr (body, ==, "[name]先生，少的 [amount] 是途中银行的费用，凭证 [reference] 上有。");
  g_assert_true (cor_test_is_shown (editor, "Begun from the reply that was sent; 3 values of that customer were taken out."));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (cor_test_find (editor, GTK_TYPE_SWITCH, NULL))));
  cor_test_click (editor, "_Save");
  cor_test_until (cor_test_is_shown (gaps, "The article is written"));
  cor_test_until (!cor_test_is_shown (gaps, "为什么对方只能"));
  gtk_window_destroy (GTK_WINDOW (gaps));
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) tried = g_ptr_array_new ();
  CorSearchTried  one = { COR_SEARCH_TRIED_MEANING, (char *) "到賬", (char *) "到账" };
  CorSearchTried  other = { COR_SEARCH_TRIED_MEANING, (char *) "到賬", (char *) "credited" };
  CorSearchResult result = { .tried = tried };
  CorGapData      gap = { .text = (char *) "=he said \"where\", twice", .locale = (char *) "en", .n_asked = 3 };
  g_autoptr (GPtrArray) gaps = g_ptr_array_new ();
  g_autofree char *nothing = NULL;
  g_autofree char *plain = cor_knowledge_nothing_dup_text ("到賬", NULL, FALSE);
  g_autofree char *csv = NULL;

  g_ptr_array_add (tried, &one);
  g_ptr_array_add (tried, &other);
  g_ptr_array_add (tried, &one);
  nothing = cor_knowledge_nothing_dup_text ("到賬", &result, FALSE);
  g_assert_cmpstr (nothing, ==, "Nothing for 到賬. Also tried 到账, credited.");
  g_assert_cmpstr (plain, ==, "Nothing for 到賬.");
  g_ptr_array_add (gaps, &gap);
  csv = cor_gaps_dup_csv (gaps);
  g_assert_cmpstr (csv, ==, "\"question\",\"locale\",\"asked\"\r\n\"'=he said \"\"where\"\", twice\",\"en\",3\r\n");
}

/* Who it is for, and that nobody looked at it for long, is said wherever it is listed or read. */
static void
test_caption (void)
{
  g_autoptr (CorArticleData) article = cor_article_data_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  gint64           noon = 1718452800; /* 15 June 2024, 12:00 */
  g_autofree char *fresh = NULL;
  g_autofree char *stale = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *public_paper = NULL;
  g_autofree char *owner_alone = NULL;

  article->audience = g_strdup ("restricted");
  g_assert_cmpstr (cor_knowledge_get_insert_obstacle (article), ==, "Restricted: it can be read, but not sent to a customer.");
  article->reviewed = g_strdup ("2023-06-20");
  fresh = cor_knowledge_article_dup_caption (article, noon, zone);
  g_assert_cmpstr (fresh, ==, "restricted · reviewed 20 June 2023");
  cor_set_str (&article->reviewed, "2023-06-10");
  cor_set_str (&article->audience, "internal");
  stale = cor_knowledge_article_dup_caption (article, noon, zone);
  g_assert_cmpstr (stale, ==, "internal · reviewed 10 June 2023 · may be out of date");
  g_assert_cmpstr (cor_knowledge_get_link_obstacle (article), ==, "Internal: it has no link for customers.");

  /* on paper the year is needed, and where the words are from */
  cor_set_str (&article->owner, "Payments operations");
  paper = cor_knowledge_article_dup_origin (article, noon, zone);
  g_assert_cmpstr (paper, ==, "internal · reviewed 10 June 2023 by Payments operations · may be out of date");
  cor_set_str (&article->audience, "public");
  cor_set_str (&article->url, "https://help.example/1");
  cor_set_str (&article->reviewed, "2024-06-10");
  public_paper = cor_knowledge_article_dup_origin (article, noon, zone);
  g_assert_cmpstr (public_paper, ==, "https://help.example/1 · reviewed 10 June 2024 by Payments operations");
  cor_set_str (&article->reviewed, NULL);
  cor_set_str (&article->url, NULL);
  owner_alone = cor_knowledge_article_dup_origin (article, noon, zone);
  g_assert_cmpstr (owner_alone, ==, "Payments operations");

  /* what says nothing of a review is not said to be old */
  g_assert_false (cor_knowledge_is_stale (article, noon));
  cor_set_str (&article->reviewed, "soon");
  g_assert_false (cor_knowledge_is_stale (article, noon));
}

int
main (int argc, char **argv)
{
  cor_test_allow_library_warnings ();
  cor_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/knowledge/pane", Fixture, NULL, set_up, test_pane, tear_down);
  g_test_add ("/knowledge/procedure", Fixture, NULL, set_up, test_procedure, tear_down);
  g_test_add ("/knowledge/answer-key", Fixture, NULL, set_up, test_answer_key, tear_down);
  g_test_add ("/knowledge/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/knowledge/together", Fixture, NULL, set_up, test_together, tear_down);
  g_test_add ("/knowledge/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/knowledge/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/knowledge/page-filters", Fixture, NULL, set_up, test_page_filters, tear_down);
  g_test_add ("/knowledge/page-insert", Fixture, NULL, set_up, test_page_insert, tear_down);
  g_test_add ("/knowledge/gap-article", Fixture, NULL, set_up, test_gap_article, tear_down);
  g_test_add ("/knowledge/own-article", Fixture, NULL, set_up, test_own_article, tear_down);
  g_test_add_func ("/knowledge/words", test_words);
  g_test_add_func ("/knowledge/caption", test_caption);
  return cor_test_run ();
}
