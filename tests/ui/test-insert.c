/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-conversation-pane.h"
#include "cor-reply-insert.h"
#include "cor-store-articles.h"
#include "cor-store-sources.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"
#include "cor-timeline-lookup.h"

#include <adwaita.h>

/* Text from beside the conversation, into the reply, and what the reply remembers of it. */

static void
put_article (CorTestPane *fixture,
             const char  *id,
             const char  *title)
{
  GPtrArray      *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  CorArticleData *article = cor_article_data_new ();
  g_auto (CorTestAwait) await = { 0 };

  article->source = g_strdup ("import");
  article->remote_id = g_strdup (id);
  article->slug = g_strdup (id);
  article->locale = g_strdup ("es");
  article->version = g_strdup ("4");
  article->title = g_strdup (title);
  article->body = g_strdup ("Los bancos abonan en un día hábil.");
  g_ptr_array_add (articles, article);
  cor_store_put_articles_async (fixture->desk.store, articles, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_articles_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static guint
count_uses (CorTestPane *fixture,
            const char  *kind,
            const char  *id)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autofree CorSourceUse *use = NULL;

  cor_store_count_uses_async (fixture->desk.store, kind, id, NULL, cor_test_on_result, &await);
  use = cor_store_count_uses_finish (fixture->desk.store, cor_test_await (&await), NULL);
  return use->n_replies;
}

/* From beside the conversation: at the caret, over the selection, one step back, with the focus. */
static void
test_insert (CorTestPane  *fixture,
             gconstpointer unused)
{
  const CorInsertSource source = { COR_SOURCE_ARTICLE, "kb-17", "4", "es", NULL };
  GtkTextBuffer        *buffer = gtk_text_view_get_buffer (cor_test_pane_get_editor (fixture));
  GtkWidget            *beside = GTK_WIDGET (fixture->window);
  GtkTextIter           start, end;

  gtk_widget_insert_action_group (beside, "reply", cor_conversation_pane_get_reply_actions (COR_CONVERSATION_PANE (fixture->pane)));
  g_assert_false (g_action_group_get_action_enabled (cor_conversation_pane_get_reply_actions (COR_CONVERSATION_PANE (fixture->pane)), "insert"));
  cor_reply_insert (beside, "nowhere", NULL);
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  g_assert_true (cor_test_pane_has_text (fixture, ""));
  g_assert_true (g_action_group_get_action_enabled (cor_conversation_pane_get_reply_actions (COR_CONVERSATION_PANE (fixture->pane)), "insert"));

  cor_test_pane_type (fixture, "Hola  Saludos");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 5);
  gtk_text_buffer_place_cursor (buffer, &start);
  cor_reply_insert (beside, "Los bancos abonan en un día hábil.", &source);
  g_assert_true (cor_test_pane_has_text (fixture, "Hola Los bancos abonan en un día hábil. Saludos"));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (cor_test_pane_get_editor (fixture))));
  gtk_text_buffer_undo (buffer);
  g_assert_true (cor_test_pane_has_text (fixture, "Hola  Saludos"));
  gtk_text_buffer_redo (buffer);

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 4);
  gtk_text_buffer_select_range (buffer, &start, &end);
  cor_reply_insert (beside, "Estimada Marta:", NULL);
  g_assert_true (cor_test_pane_has_text (fixture, "Estimada Marta: Los bancos abonan en un día hábil. Saludos"));
  gtk_text_buffer_undo (buffer);
  g_assert_true (cor_test_pane_has_text (fixture, "Hola Los bancos abonan en un día hábil. Saludos"));
}

/* The reply that is accepted says what it was made of; what it does not know by a title it leaves out. */
static void
test_insert_is_remembered (CorTestPane  *fixture,
                           gconstpointer unused)
{
  const CorInsertSource source = { COR_SOURCE_ARTICLE, "kb-17", "4", "es", NULL };
  const CorInsertSource older = { COR_SOURCE_ARTICLE, "kb-18", "3", "es", NULL };
  const CorInsertSource gone = { COR_SOURCE_TEMPLATE, "nobody-has-it", "1", "es", NULL };
  GtkWidget            *beside = GTK_WIDGET (fixture->window);
  g_autoptr (CorMessageRecord) answer = NULL;
  CorTimelineEntry *entry;

  put_article (fixture, "kb-17", "Plazos de abono");
  put_article (fixture, "kb-18", "Recargos");
  gtk_widget_insert_action_group (beside, "reply", cor_conversation_pane_get_reply_actions (COR_CONVERSATION_PANE (fixture->pane)));
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  cor_reply_insert (beside, "Los bancos abonan en un día hábil.", &source);
  cor_reply_insert (beside, " El banco del destinatario puede cobrar un recargo.", &older);
  cor_reply_insert (beside, " Estamos a su disposición para lo que necesite.", &gone);
  cor_test_activate (fixture->pane, "conversation.send", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Sends in"));
  g_assert_false (cor_test_is_shown (fixture->pane, "Article"));

  entry = cor_timeline_get_waiting_reply (cor_test_pane_get_timeline (fixture));
  answer = cor_message_record_new ();
  answer->remote_id = g_strdup ("9001");
  answer->ordinal = 9001;
  answer->kind = COR_MESSAGE_OUTGOING;
  answer->sender_kind = COR_SENDER_AGENT;
  answer->sender_id = g_strdup ("7");
  answer->uuid = g_strdup (entry->uuid);
  answer->content = g_strdup (entry->content);
  answer->created_at = fixture->desk.now;
  cor_test_desk_move (&fixture->desk, &(CorIntentMove){ .intent = entry->intent, .step = COR_STEP_ACCEPT, .message = answer });
  cor_test_until (cor_test_is_shown (fixture->pane, "Article “Plazos de abono” · Article “Recargos”, changed since · "));
  g_assert_cmpuint (count_uses (fixture, COR_SOURCE_ARTICLE, "kb-17"), ==, 1);
  g_assert_cmpuint (count_uses (fixture, COR_SOURCE_TEMPLATE, "nobody-has-it"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/insert/caret", CorTestPane, NULL, cor_test_pane_set_up, test_insert, cor_test_pane_tear_down);
  g_test_add ("/insert/remembered", CorTestPane, NULL, cor_test_pane_set_up, test_insert_is_remembered, cor_test_pane_tear_down);
  return cor_test_run ();
}
