/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* The page of all payments. */

#include "config.h"

#include "cor-payment-browser.h"
#include "cor-payment-detail.h"
#include "cor-payment-row.h"
#include "cor-payments-page.h"
#include "cor-conversation-card.h"
#include "cor-store-payment-wishes.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-payment-view.h"
#include "cor-test-widgets.h"

typedef CorTestPaymentView Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer state)
{
  cor_test_payment_view_open (fixture, COR_TYPE_PAYMENTS_PAGE, 1100, 800, GPOINTER_TO_INT (state));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_payment_view_close (fixture);
}

static gboolean
is_listed (Fixture    *fixture,
           const char *text)
{
  GtkWidget *row = cor_test_find (fixture->view, COR_TYPE_PAYMENT_ROW, NULL);

  return row != NULL && cor_test_is_shown (row, text);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (cor_test_find (fixture->view, GTK_TYPE_ENTRY, NULL)), text);
}

static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (cor_test_find (fixture->view, GTK_TYPE_ENTRY, NULL), "activate");
}

static GtkWidget *
get_detail (Fixture *fixture)
{
  return cor_test_find (fixture->view, COR_TYPE_PAYMENT_DETAIL, NULL);
}

/* Found by whatever somebody has of it; what is said of it and where is beside it. */
static void
test_search (Fixture      *fixture,
             gconstpointer unused)
{
  static const char *const queries[] = { "70231", "li wei", "LI", "97ED4827" };

  cor_test_until (is_listed (fixture, "CP-70231"));
  g_assert_true (is_listed (fixture, "Li Wei"));
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      type (fixture, queries[i]);
      g_assert_true (is_listed (fixture, "CP-70231"));
    }
  type (fixture, "nobody");
  g_assert_true (cor_test_is_shown (fixture->view, "Nothing for “nobody”."));
  type (fixture, "70231");
  press_enter (fixture);
  cor_test_until (cor_test_is_shown (get_detail (fixture), "1,000.00 USD → 905.00 EUR expected"));
  cor_test_until (cor_test_find (get_detail (fixture), COR_TYPE_CONVERSATION_CARD, NULL) != NULL);
}

/* A reference that nobody knows here is asked for; a half of one is not. */
static void
test_look_up (Fixture      *fixture,
              gconstpointer unused)
{
  cor_test_until (is_listed (fixture, "CP-70231"));
  type (fixture, "cp-1");
  g_assert_false (cor_test_is_shown (fixture->view, "Look up cp-1"));
  type (fixture, "cp-11111");
  g_assert_true (cor_test_is_shown (fixture->view, "Look up cp-11111"));
  cor_test_click (fixture->view, "Look up cp-11111");
  g_assert_cmpstr (cor_payment_detail_get_reference (COR_PAYMENT_DETAIL (get_detail (fixture))), ==, "CP-11111");
  cor_test_until (cor_test_is_shown (get_detail (fixture), "Asking the ledger and the trackers…"));
}

/* Its number and that it is with compliance: not how it stands, not of whom it is, not where it is spoken of. */
static void
test_held (Fixture      *fixture,
           gconstpointer unused)
{
  static const char *const hidden[] = { "Li Wei", "1,000.00 USD", "1,000.00 USD → 905.00 EUR expected", "NORDDEFFXXX", "What to do", "Conversations about it" };
  static const char *const queries[] = { "li wei", "97ed4827", "905" };
  GtkWidget               *filter = NULL;

  cor_test_until (is_listed (fixture, "CP-70231"));
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      type (fixture, queries[i]);
      g_assert_false (is_listed (fixture, "CP-70231"));
    }
  type (fixture, "70231");
  press_enter (fixture);
  cor_test_until (cor_test_is_shown (get_detail (fixture), "This payment is with compliance."));
  cor_test_desk_settle (&fixture->desk);
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    g_assert_false (cor_test_is_shown (fixture->view, hidden[i]));
  type (fixture, "");
  filter = cor_test_find (fixture->view, GTK_TYPE_DROP_DOWN, NULL);
  for (guint i = COR_PAYMENT_FILTER_OPEN; i < COR_PAYMENT_FILTER_HELD; i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), i);
      g_assert_true (cor_test_is_shown (fixture->view, "There is no such payment."));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), COR_PAYMENT_FILTER_HELD);
  g_assert_true (is_listed (fixture, "CP-70231"));
}

static GtkWidget *
open_payment (Fixture *fixture)
{
  cor_test_until (is_listed (fixture, "CP-70231"));
  cor_payments_page_open_payment (COR_PAYMENTS_PAGE (fixture->view), "CP-70231");
  cor_test_until (cor_test_is_shown (get_detail (fixture), "Insert into reply"));
  return cor_test_find (get_detail (fixture), GTK_TYPE_BUTTON, "Insert into reply");
}

/* What may go into the open reply depends on who is asking there. */
static void
test_insert (Fixture      *fixture,
             gconstpointer unused)
{
  GtkWidget *button = open_payment (fixture);

  g_assert_false (gtk_widget_get_sensitive (button));
  g_object_set (fixture->view, "conversation", cor_test_desk_find (&fixture->desk, "20476"), NULL);
  cor_test_until (cor_test_is_shown (get_detail (fixture), "Not linked with this customer: nothing of the payment can go into a reply."));
  g_assert_false (gtk_widget_get_sensitive (button));
  g_object_set (fixture->view, "conversation", cor_test_desk_find (&fixture->desk, "20481"), NULL);
  cor_test_until (gtk_widget_get_sensitive (button));
}

/* It is linked with the open conversation, and who is asking verified, without leaving the page. */
static void
test_link (Fixture      *fixture,
           gconstpointer unused)
{
  GtkWidget *insert = open_payment (fixture);
  GtkWidget *form = NULL;

  g_assert_false (cor_test_is_shown (get_detail (fixture), "In the open conversation"));
  g_assert_false (cor_test_is_shown (get_detail (fixture), "Link a Payment…"));
  g_object_set (fixture->view, "conversation", cor_test_desk_find (&fixture->desk, "20476"), NULL);
  cor_test_until (cor_test_is_shown (get_detail (fixture), "Link a Payment…"));
  g_assert_true (cor_test_is_shown (get_detail (fixture), "In the open conversation"));
  form = cor_test_payment_view_open_link (fixture, "Link a Payment…");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cor_test_find (form, ADW_TYPE_ENTRY_ROW, NULL))), ==, "CP-70231");
  cor_test_until (cor_test_find (form, GTK_TYPE_LABEL, "Not verified yet") != NULL);
  adw_combo_row_set_selected (cor_test_payment_view_find_choice (form, "Role"), 1);
  cor_test_activate (form, "link.save", NULL);
  cor_test_until (cor_test_is_shown (get_detail (fixture), "Payee"));
  g_assert_false (gtk_widget_get_sensitive (insert));
  form = cor_test_payment_view_open_link (fixture, "Verify…");
  cor_test_until (cor_test_find (form, GTK_TYPE_LABEL, "Not verified yet") != NULL);
  adw_combo_row_set_selected (cor_test_payment_view_find_choice (form, "Verified"), 1);
  cor_test_activate (form, "link.save", NULL);
  cor_test_until (gtk_widget_get_sensitive (insert));
}

/* Watched from the page, the news belong where the payment is asked for, not to whatever is open. */
static void
test_watch (Fixture      *fixture,
            gconstpointer unused)
{
  CorPaymentWatches *watches = cor_session_get_payment_watches (fixture->session);
  GtkWidget         *bell = NULL;

  open_payment (fixture);
  g_object_set (fixture->view, "conversation", cor_test_desk_find (&fixture->desk, "20476"), NULL);
  cor_test_until (cor_test_is_shown (get_detail (fixture), "Conversations about it"));
  cor_test_until (cor_test_is_shown (get_detail (fixture), "Link a Payment…"));
  bell = cor_test_payment_view_get_bell (fixture);
  gtk_widget_activate (bell);
  cor_test_until (cor_payment_watches_find (watches, "CP-70231") != NULL);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (bell)));
  g_assert_cmpint (cor_payment_watches_find (watches, "CP-70231")->conversation, ==, cor_test_desk_find (&fixture->desk, "20481"));
}

/* The longest of its buttons, in the narrowest window: nothing stands over its edge. */
static void
test_narrow (Fixture      *fixture,
             gconstpointer unused)
{
  int minimum = 0;

  cor_test_until (is_listed (fixture, "CP-70231"));
  cor_payments_page_open_payment (COR_PAYMENTS_PAGE (fixture->view), "CP-70231");
  cor_test_until (cor_test_is_shown (get_detail (fixture), "Insert the approved text"));
  cor_payment_detail_set_folded (COR_PAYMENT_DETAIL (get_detail (fixture)), TRUE);
  gtk_widget_measure (get_detail (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static gboolean
is_wished (Fixture    *fixture,
           const char *reference)
{
  CorTestAwait await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPaymentWish) wish = NULL;

  cor_store_load_payment_wish_async (fixture->desk.store, reference, NULL, cor_test_on_result, &await);
  wish = cor_store_load_payment_wish_finish (fixture->desk.store, cor_test_await (&await), &error);
  cor_test_await_clear (&await);
  g_assert_no_error (error);
  return wish != NULL && wish->is_wanted;
}

/* A conversation names it and no service was asked: it is not said to be unknown, and is asked about when it is seen. */
static void
test_not_asked (Fixture      *fixture,
                gconstpointer unused)
{
  cor_test_until (is_listed (fixture, "CP-70231"));
  g_assert_true (cor_test_is_shown (fixture->view, "Not asked yet"));
  cor_test_until (is_wished (fixture, "CP-70231"));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, state, func) g_test_add ("/payments-page/" name, Fixture, GINT_TO_POINTER (state), set_up, func, tear_down)
  ADD ("search", COR_TEST_PAYMENT_AT_BANK, test_search);
  ADD ("look-up", COR_TEST_PAYMENT_AT_BANK, test_look_up);
  ADD ("held", COR_TEST_PAYMENT_HELD, test_held);
  ADD ("narrow", COR_TEST_PAYMENT_HELD, test_narrow);
  ADD ("insert", COR_TEST_PAYMENT_AT_BANK, test_insert);
  ADD ("link", COR_TEST_PAYMENT_AT_BANK, test_link);
  ADD ("watch", COR_TEST_PAYMENT_AT_BANK, test_watch);
  ADD ("not-asked", COR_TEST_NOBODY_WAS_ASKED, test_not_asked);
  return cor_test_run ();
}
