/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-customer-pane.h"
#include "cor-conversation-card.h"
#include "cor-fact-row.h"
#include "cor-language-text.h"
#include "cor-outbox-pane.h"
#include "cor-outbox-row.h"
#include "cor-store-payments.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-test-payment.h"
#include "cor-test-widgets.h"

#include <adwaita.h>

typedef struct
{
  CorTestDesk desk;
  CorSession *session;
  GtkWindow  *window;
  GtkWidget  *pane;
  gint64      asked_for; /* conversation that the window was asked to open */
} Fixture;

static void
on_open_conversation (Fixture *fixture,
                      gint64   conversation)
{
  fixture->asked_for = conversation;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  gboolean is_outbox = GPOINTER_TO_INT (data);

  cor_test_desk_open (&fixture->desk);
  cor_test_desk_tell_story (&fixture->desk);
  fixture->session = cor_session_new (fixture->desk.store, NULL, 0);
  fixture->pane = is_outbox ? cor_outbox_pane_new () : cor_customer_pane_new ();
  if (is_outbox)
    cor_outbox_pane_set_session (COR_OUTBOX_PANE (fixture->pane), fixture->session);
  else
    cor_customer_pane_set_session (COR_CUSTOMER_PANE (fixture->pane), fixture->session);
  g_signal_connect_swapped (fixture->pane, "open-conversation", G_CALLBACK (on_open_conversation), fixture);
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, is_outbox ? 1192 : 360, 868);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->pane);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->pane), (gpointer *) &fixture->pane);
  gtk_window_destroy (fixture->window);
  cor_test_until (fixture->pane == NULL);
  cor_test_desk_settle (&fixture->desk);
  cor_test_finalize (fixture->session);
  cor_test_desk_close (&fixture->desk);
}

static void
add_limit (CorPaymentLimits *limits,
           const char       *name)
{
  CorPaymentLimit *limit = cor_payment_limits_add (limits);

  limit->name = g_strdup (name);
  limit->limit = cor_money_new (5000000, cor_currency_find ("USD"));
  limit->used = cor_money_new (4675025, cor_currency_find ("USD"));
}

/* What the ledger says of who pays, when it says so; and nothing of it beside the next customer. */
static void
test_limits (Fixture      *fixture,
             gconstpointer unused)
{
  CorPaymentLookup *lookup = cor_payment_lookup_new (COR_PAYMENT_LIMITS, "C-1", fixture->desk.now);
  g_auto (CorTestAwait) await = { 0 };

  cor_test_desk_put_payment (&fixture->desk, COR_TEST_PAYMENT_AT_BANK);
  cor_customer_pane_set_conversation (COR_CUSTOMER_PANE (fixture->pane), cor_test_desk_find (&fixture->desk, "20481"));
  cor_test_until (cor_test_is_shown (fixture->pane, "Hangzhou, China"));
  g_assert_false (cor_test_is_shown (fixture->pane, "Monthly limit"));
  lookup->outcome = COR_LOOKUP_FOUND;
  lookup->limits = cor_payment_limits_new ();
  add_limit (lookup->limits, "monthly LIMIT");
  add_limit (lookup->limits, "Corridor ceiling");
  cor_store_put_payment_async (fixture->desk.store, lookup, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_payment_finish (fixture->desk.store, cor_test_await (&await), NULL));
  cor_test_until (cor_test_is_shown (fixture->pane, "Monthly limit"));
  g_assert_true (cor_test_is_shown (fixture->pane, "Corridor ceiling"));
  g_assert_true (cor_test_is_shown (fixture->pane, "46,750.25\302\240USD of 50,000.00\302\240USD used · 3,249.75\302\240USD left"));
  cor_customer_pane_set_conversation (COR_CUSTOMER_PANE (fixture->pane), cor_test_desk_find (&fixture->desk, "20476"));
  cor_test_until (cor_test_is_shown (fixture->pane, "Lisboa, Portugal"));
  g_assert_false (cor_test_is_shown (fixture->pane, "Monthly limit"));
}

static void
test_customer (Fixture      *fixture,
               gconstpointer unused)
{
  cor_customer_pane_set_conversation (COR_CUSTOMER_PANE (fixture->pane), cor_test_desk_find (&fixture->desk, "20481"));
  cor_test_until (cor_test_is_shown (fixture->pane, "Hangzhou, China"));
  g_assert_cmpstr (cor_customer_pane_get_name (COR_CUSTOMER_PANE (fixture->pane)), ==, "Li Wei 李伟");
  g_assert_true (cor_test_is_shown (fixture->pane, "VIP · Gold"));
  g_assert_true (cor_test_is_shown (fixture->pane, "Chinese (Simplified)"));
  g_assert_true (cor_test_is_shown (fixture->pane, "+86 ••• •••• 4417"));
  g_assert_false (cor_test_is_shown (fixture->pane, "+8613900004417"));
  cor_test_activate (cor_test_find (fixture->pane, COR_TYPE_CONVERSATION_CARD, NULL), "row.activate", NULL);
  g_assert_cmpint (fixture->asked_for, ==, cor_test_desk_find (&fixture->desk, "20420"));

  /* the next customer has neither a number nor anything else of the one before */
  cor_customer_pane_set_conversation (COR_CUSTOMER_PANE (fixture->pane), cor_test_desk_find (&fixture->desk, "20476"));
  cor_test_until (cor_test_is_shown (fixture->pane, "Lisboa, Portugal"));
  g_assert_false (cor_test_is_shown (fixture->pane, "+86"));
  g_assert_false (cor_test_is_shown (fixture->pane, "Other conversations"));
  cor_customer_pane_set_conversation (COR_CUSTOMER_PANE (fixture->pane), 0);
  g_assert_false (cor_test_is_shown (fixture->pane, "Lisboa, Portugal"));
}

static void
test_fact_row (void)
{
  CorFactRow      *row = COR_FACT_ROW (g_object_ref_sink (cor_fact_row_new ("Phone", "+4930123456")));
  g_autofree char *language = cor_language_text_dup ("pt_BR");
  g_autofree char *unknown = cor_language_text_dup ("tlh");

  cor_fact_row_set_masked (row, "••• 3456");
  g_assert_cmpstr (cor_fact_row_get_shown (row), ==, "••• 3456");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (cor_test_find (GTK_WIDGET (row), GTK_TYPE_TOGGLE_BUTTON, NULL)), TRUE);
  g_assert_cmpstr (cor_fact_row_get_shown (row), ==, "+4930123456");
  g_assert_finalize_object (row);
  g_assert_cmpstr (language, ==, "Portuguese (Brazil)");
  g_assert_cmpstr (unknown, ==, "tlh");
}

static void
test_outbox (Fixture      *fixture,
             gconstpointer unused)
{
  cor_test_until (cor_test_is_shown (fixture->pane, "Needs you"));
  g_assert_true (cor_test_is_shown (fixture->pane, "Waiting"));
  g_assert_true (cor_test_is_shown (fixture->pane, "Choose a reply"));
  cor_outbox_pane_select (COR_OUTBOX_PANE (fixture->pane), 1);
  cor_test_until (cor_test_is_shown (fixture->pane, "The conversation moved on"));
  cor_test_until (cor_test_is_shown (fixture->pane, "You wrote here"));
  g_assert_true (cor_test_is_shown (fixture->pane, "O certo termina"));

  /* edited: it is gone from here, and its conversation is to be opened */
  cor_test_activate (fixture->pane, "outbox.edit", NULL);
  cor_test_until (fixture->asked_for != 0);
  g_assert_cmpint (fixture->asked_for, ==, cor_test_desk_find (&fixture->desk, "20476"));
  cor_test_until (cor_test_is_shown (fixture->pane, "Choose a reply"));
  g_assert_true (cor_test_is_shown (fixture->pane, "3 on this computer"));
}

static void
test_outbox_retry (Fixture      *fixture,
                   gconstpointer unused)
{
  cor_test_until (cor_test_is_shown (fixture->pane, "Needs you"));
  cor_outbox_pane_select (COR_OUTBOX_PANE (fixture->pane), 2);
  cor_test_until (cor_test_is_shown (fixture->pane, "The desk refused this"));
  cor_test_activate (fixture->pane, "outbox.retry", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Waiting for its turn"));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/context/limits", Fixture, GINT_TO_POINTER (FALSE), set_up, test_limits, tear_down);
  g_test_add ("/context/customer", Fixture, GINT_TO_POINTER (FALSE), set_up, test_customer, tear_down);
  g_test_add_func ("/context/fact-row", test_fact_row);
  g_test_add ("/outbox/decide", Fixture, GINT_TO_POINTER (TRUE), set_up, test_outbox, tear_down);
  g_test_add ("/outbox/retry", Fixture, GINT_TO_POINTER (TRUE), set_up, test_outbox_retry, tear_down);
  return cor_test_run ();
}
