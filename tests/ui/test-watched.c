/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* What is new of a watched payment, in the whole window: the mark of its row, and the way to what is offered. */

#include "config.h"

#include "cor-context-pane.h"
#include "cor-conversation-pane.h"
#include "cor-payment-detail.h"
#include "cor-payment-pane.h"
#include "cor-payment-strip.h"
#include "cor-store-payment-watches.h"
#include "cor-store-payment-wishes.h"
#include "cor-template-popover.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-payment.h"
#include "cor-test-widgets.h"
#include "cor-thread-row.h"
#include "cor-thread-text.h"
#include "cor-window.h"
#include "cor-workbench.h"

#define NEWS "News of payment CP-70231, which you watch"
#define OFFER "Insert an update for the customer"

typedef struct
{
  CorTestDesk desk;
  CorSession *session;
  GtkWidget  *window;
  gint64      conversation; /* that the payment is linked with, and watched in */
} Fixture;

static void
watch (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_watch_payment_async (fixture->desk.store, "CP-70231", fixture->conversation, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_payment_watch_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

/* The services were asked again, a minute later, and the payment stands so. */
static void
answer (Fixture            *fixture,
        CorTestPaymentState state)
{
  g_auto (CorTestAwait) await = { 0 };

  fixture->desk.now += 60;
  cor_test_desk_put_payment (&fixture->desk, state);
  cor_store_end_payment_wish_async (fixture->desk.store, "CP-70231", NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_end_payment_wish_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  cor_test_desk_open (&fixture->desk);
  cor_test_desk_tell_story (&fixture->desk);
  cor_test_desk_put_payment (&fixture->desk, COR_TEST_PAYMENT_AT_BANK);
  fixture->conversation = cor_test_desk_find (&fixture->desk, "20481");
  watch (fixture);
  fixture->session = cor_session_new (fixture->desk.store, NULL, fixture->desk.now);
  fixture->window = cor_window_new (NULL, fixture->session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1400, 900);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  cor_test_until (fixture->window == NULL);
  cor_test_desk_settle (&fixture->desk);
  cor_test_finalize (fixture->session);
  cor_test_desk_close (&fixture->desk);
}

/* GTK 4.8 keeps a popover that was on a screen without a window manager, now and then, and with it what it shows. */
static void
tear_down_popover (Fixture      *fixture,
                   gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
  g_object_unref (fixture->desk.store);
  cor_test_remove_dir (fixture->desk.dir);
  g_free (fixture->desk.dir);
}

static void
open_all (Fixture *fixture)
{
  cor_test_until (cor_test_find (fixture->window, COR_TYPE_WORKBENCH, NULL) != NULL);
  cor_workbench_open_view (COR_WORKBENCH (cor_test_find (fixture->window, COR_TYPE_WORKBENCH, NULL)), "all");
  cor_test_until (cor_test_find (fixture->window, COR_TYPE_THREAD_ROW, NULL) != NULL);
}

static gboolean
has_mark (Fixture *fixture)
{
  return cor_test_find (fixture->window, COR_TYPE_THREAD_ROW, NEWS) != NULL;
}

/* The row says it to the eye, the pointer and the screen reader, until it was seen; never of a hold. */
static void
test_row (Fixture      *fixture,
          gconstpointer unused)
{
  CorPaymentWatches *watches = cor_session_get_payment_watches (fixture->session);
  CorThreadData      data = { .name = (char *) "Li Wei", .news = (char *) "CP-70231", .due_at = G_MAXINT64 };
  g_autofree char   *spoken = cor_thread_data_dup_spoken (&data, fixture->desk.now, "now");

  g_assert_nonnull (strstr (spoken, NEWS));
  open_all (fixture);
  g_assert_false (has_mark (fixture));
  answer (fixture, COR_TEST_PAYMENT_CREDITED);
  cor_test_until (has_mark (fixture));
  cor_payment_watches_see (watches, "CP-70231");
  cor_test_until (!has_mark (fixture));
  answer (fixture, COR_TEST_PAYMENT_AT_BANK);
  cor_test_until (has_mark (fixture));
  answer (fixture, COR_TEST_PAYMENT_HELD);
  cor_test_until (!has_mark (fixture));
}

static GtkTextBuffer *
get_reply (Fixture *fixture)
{
  GtkWidget *pane = cor_test_find (fixture->window, COR_TYPE_CONVERSATION_PANE, NULL);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (cor_test_find (pane, GTK_TYPE_TEXT_VIEW, NULL)));
}

static gboolean
is_written (Fixture    *fixture,
            const char *expected)
{
  GtkTextIter      start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (get_reply (fixture), &start, &end);
  text = gtk_text_buffer_get_text (get_reply (fixture), &start, &end, FALSE);
  return g_str_equal (text, expected);
}

/* Whatever is open, what the desktop told leads to the offer; taking it leaves alone what is written, even selected. */
static void
test_offer (Fixture      *fixture,
            gconstpointer unused)
{
  GtkTextIter start, end;
  GtkWidget  *offer = NULL;
  GtkWidget  *popover = NULL;

  open_all (fixture);
  cor_test_activate (fixture->window, "win.conversation", "x", cor_test_desk_find (&fixture->desk, "20476"));
  cor_test_activate (fixture->window, "win.page", "s", "knowledge");
  answer (fixture, COR_TEST_PAYMENT_CREDITED);
  cor_window_show_payment (COR_WINDOW (fixture->window), fixture->conversation, "CP-70231");
  cor_test_until ((offer = cor_test_find (fixture->window, GTK_TYPE_BUTTON, OFFER)) != NULL && gtk_widget_get_mapped (offer) && gtk_widget_is_sensitive (offer));
  gtk_text_buffer_set_text (get_reply (fixture), "Dear Li", -1);
  gtk_text_buffer_get_bounds (get_reply (fixture), &start, &end);
  gtk_text_buffer_select_range (get_reply (fixture), &start, &end);
  cor_test_click (fixture->window, OFFER);
  cor_test_until ((popover = cor_test_find (fixture->window, COR_TYPE_TEMPLATE_POPOVER, NULL)) != NULL);
  g_assert_true (is_written (fixture, "Dear Li"));
  g_assert_false (gtk_text_buffer_get_has_selection (get_reply (fixture)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  cor_test_until (!gtk_widget_get_visible (popover));
}

static gboolean
is_in_strip (GtkWidget  *strip,
             const char *text)
{
  return gtk_widget_get_mapped (strip) && cor_test_is_shown (strip, text);
}

/* The payment in question stands above whatever is read beside the conversation, but for its own tab, which a click
 * opens; of a hold its number and that, and beside the next customer nothing of it. */
static void
test_strip (Fixture      *fixture,
            gconstpointer unused)
{
  GtkWidget *strip = NULL;

  open_all (fixture);
  cor_test_activate (fixture->window, "win.conversation", "x", fixture->conversation);
  cor_test_until ((strip = cor_test_find (fixture->window, COR_TYPE_PAYMENT_STRIP, NULL)) != NULL && is_in_strip (strip, "CP-70231"));
  g_assert_true (cor_test_is_shown (strip, "1,000.00"));
  g_signal_emit_by_name (strip, "clicked");
  cor_test_until (cor_test_find (fixture->window, COR_TYPE_PAYMENT_PANE, NULL) != NULL);
  g_assert_false (gtk_widget_get_visible (strip));

  cor_context_pane_show_tab (COR_CONTEXT_PANE (cor_test_find (fixture->window, COR_TYPE_CONTEXT_PANE, NULL)), "customer");
  answer (fixture, COR_TEST_PAYMENT_HELD);
  cor_test_until (is_in_strip (strip, "With compliance"));
  g_assert_true (cor_test_is_shown (strip, "CP-70231"));
  g_assert_false (cor_test_is_shown (strip, "1,000.00"));
  cor_test_activate (fixture->window, "win.conversation", "x", cor_test_desk_find (&fixture->desk, "20476"));
  cor_test_until (!gtk_widget_get_visible (strip));
}

/* With compliance the way leads there all the same, and nothing is offered. */
static void
test_held (Fixture      *fixture,
           gconstpointer unused)
{
  open_all (fixture);
  answer (fixture, COR_TEST_PAYMENT_HELD);
  cor_window_show_payment (COR_WINDOW (fixture->window), fixture->conversation, "CP-70231");
  cor_test_until (cor_test_is_shown (fixture->window, "With compliance"));
  g_assert_null (cor_test_find (fixture->window, GTK_TYPE_BUTTON, OFFER));
}

/* The desktop starts the program for a notification: the workbench comes later. */
static void
test_before_workbench (Fixture      *fixture,
                       gconstpointer unused)
{
  g_assert_null (cor_test_find (fixture->window, COR_TYPE_WORKBENCH, NULL));
  answer (fixture, COR_TEST_PAYMENT_CREDITED);
  cor_window_show_payment (COR_WINDOW (fixture->window), fixture->conversation, "CP-70231");
  cor_test_until (cor_test_find (fixture->window, GTK_TYPE_BUTTON, OFFER) != NULL);
}

/* Watched without a conversation: the page has it. */
static void
test_nowhere (Fixture      *fixture,
              gconstpointer unused)
{
  GtkWidget *detail = NULL;

  open_all (fixture);
  cor_window_show_payment (COR_WINDOW (fixture->window), 0, "CP-70231");
  cor_test_until ((detail = cor_test_find (fixture->window, COR_TYPE_PAYMENT_DETAIL, NULL)) != NULL);
  g_assert_cmpstr (cor_payment_detail_get_reference (COR_PAYMENT_DETAIL (detail)), ==, "CP-70231");
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func, end) g_test_add ("/watched/" name, Fixture, NULL, set_up, func, end)
  ADD ("row", test_row, tear_down);
  ADD ("offer", test_offer, tear_down_popover);
  ADD ("strip", test_strip, tear_down);
  ADD ("held", test_held, tear_down);
  ADD ("before-workbench", test_before_workbench, tear_down);
  ADD ("nowhere", test_nowhere, tear_down);
  return cor_test_run ();
}
