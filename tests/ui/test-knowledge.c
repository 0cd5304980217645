/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-composer.h"
#include "cor-context-pane.h"
#include "cor-knowledge-pane.h"
#include "cor-reading-card.h"
#include "cor-store-articles.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
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

  g_assert_true (cor_workbench_open_context_tab (fixture->workbench, 1));
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
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (card, GTK_TYPE_BUTTON, "Insert")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzqqxx");
  cor_test_until (cor_test_is_shown (pane, "Nothing for zzqqxx."));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  cor_test_until (cor_test_is_shown (pane, "Fits the last message"));
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

int
main (int argc, char **argv)
{
  cor_test_allow_library_warnings ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add ("/knowledge/pane", Fixture, NULL, set_up, test_pane, tear_down);
  g_test_add ("/knowledge/answer-key", Fixture, NULL, set_up, test_answer_key, tear_down);
  return g_test_run ();
}
