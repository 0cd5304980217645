/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-pane.h"
#include "cor-context-tab.h"
#include "cor-payment-case.h"
#include "cor-payment-words.h"
#include "cor-pill.h"
#include "cor-test-main.h"
#include "cor-watch-news.h"
#include "cor-way-card.h"
#include "cor-way-step.h"
#include "cor-test-await.h"
#include "cor-test-payment-view.h"
#include "cor-test-widgets.h"

#include <string.h>

typedef CorTestPaymentView Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer state)
{
  cor_test_payment_view_open (fixture, COR_TYPE_PAYMENT_PANE, 360, 868, GPOINTER_TO_INT (state));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_payment_view_close (fixture);
}

static void
open (Fixture    *fixture,
      const char *number)
{
  gint64 conversation = cor_test_desk_find (&fixture->desk, number);

  cor_payment_case_open (cor_session_get_payment_case (fixture->session), conversation);
  cor_context_tab_set_conversation (COR_CONTEXT_TAB (fixture->view), conversation);
}

static GtkWidget *
find_entry (Fixture    *fixture,
            const char *text)
{
  GtkWidget *entry = cor_test_find (fixture->view, GTK_TYPE_ENTRY, NULL);

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text) ? entry : NULL;
}

static void
type_reference (Fixture    *fixture,
                const char *reference)
{
  GtkWidget *entry = cor_test_find (fixture->view, GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), reference);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_hops (Fixture      *fixture,
           gconstpointer unused)
{
  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, "1,000.00 USD → 905.00 EUR expected"));
  g_assert_true (cor_test_is_shown (fixture->view, "NORDDEFFXXX"));
  g_assert_true (cor_test_is_shown (fixture->view, "−15.00 EUR"));
  g_assert_true (cor_test_is_shown (fixture->view, "charge unknown"));
  g_assert_true (cor_test_is_shown (fixture->view, "Insert status into reply"));
}

/* The bank said nothing of a charge: where all of it arrived there is none to be known. */
static void
test_whole (Fixture      *fixture,
            gconstpointer unused)
{
  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, "−15.00 EUR") && cor_test_is_shown (fixture->view, "ISARDEMMXXX"));
  g_assert_false (cor_test_is_shown (fixture->view, "charge unknown"));
}

/* Whoever writes numbers as in China reads the words in the language of the window. */
static void
test_language (Fixture      *fixture,
               gconstpointer unused)
{
  static const char *const names[] = { "LC_ALL", "LANGUAGE", "LC_MESSAGES", "LC_NUMERIC" };
  g_auto (GStrv) before = g_get_environ ();
  g_autofree char *label = NULL;
  GtkWidget       *pill;

  g_unsetenv ("LC_ALL");
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_MESSAGES", "C", TRUE);
  g_setenv ("LC_NUMERIC", "zh_CN.UTF-8", TRUE);
  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, "NORDDEFFXXX"));
  pill = cor_test_find (fixture->view, COR_TYPE_PILL, NULL);
  g_assert_nonnull (pill);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_environ_getenv (before, names[i]) != NULL)
      g_setenv (names[i], g_environ_getenv (before, names[i]), TRUE);
    else
      g_unsetenv (names[i]);
  g_object_get (pill, "label", &label, NULL);
  g_assert_cmpstr (label, !=, "");
  g_assert_true (g_str_is_ascii (label));
}

static gboolean
is_to_come (Fixture    *fixture,
            const char *who)
{
  GtkWidget *way = cor_test_find (fixture->view, COR_TYPE_WAY_CARD, NULL);
  GtkWidget *label = cor_test_find (way, GTK_TYPE_LABEL, who);

  g_assert_nonnull (label);
  return gtk_widget_has_css_class (gtk_widget_get_ancestor (label, COR_TYPE_WAY_STEP), "to-come");
}

/* Whoever comes after the one that has it has not had it. */
static void
test_between (Fixture      *fixture,
              gconstpointer unused)
{
  open (fixture, "20481");
  cor_test_until (cor_test_find (fixture->view, GTK_TYPE_LABEL, "LASTDEFFXXX") != NULL);
  g_assert_false (is_to_come (fixture, "NORDDEFFXXX"));
  g_assert_false (is_to_come (fixture, "ISARDEMMXXX"));
  g_assert_true (is_to_come (fixture, "LASTDEFFXXX"));
}

/* Nobody saw it at the last one, and whoever does not report comes before that. */
static void
test_not_tracked (Fixture      *fixture,
                  gconstpointer unused)
{
  GtkWidget *gap;
  GtkWidget *last;

  open (fixture, "20481");
  cor_test_until (cor_test_find (fixture->view, GTK_TYPE_LABEL, "LASTDEFFXXX") != NULL);
  g_assert_false (is_to_come (fixture, "ISARDEMMXXX"));
  g_assert_true (is_to_come (fixture, "LASTDEFFXXX"));
  gap = cor_test_find (fixture->view, GTK_TYPE_LABEL, "Banks that do not report to the tracker");
  last = cor_test_find (fixture->view, GTK_TYPE_LABEL, "LASTDEFFXXX");
  g_assert_true (gtk_widget_get_next_sibling (gtk_widget_get_ancestor (gap, COR_TYPE_WAY_STEP)) == gtk_widget_get_ancestor (last, COR_TYPE_WAY_STEP));
}

/* The way out, then the way back: who has it again is not the first step but the last. */
static void
test_returned (Fixture      *fixture,
               gconstpointer unused)
{
  static const char *const who[] = { "Li Wei 李伟", "Our company", "NORDDEFFXXX", "ISARDEMMXXX", "B… P… GmbH", "NORDDEFFXXX" };
  GtkWidget               *step;
  guint                    n_steps = 0;

  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, "It came back here"));
  step = gtk_widget_get_first_child (cor_test_find (fixture->view, COR_TYPE_WAY_CARD, NULL));
  for (; step != NULL; step = gtk_widget_get_next_sibling (step), n_steps++)
    {
      g_assert_cmpuint (n_steps, <, G_N_ELEMENTS (who));
      g_assert_nonnull (cor_test_find (step, GTK_TYPE_LABEL, who[n_steps]));
      g_assert_cmpint (cor_test_find (step, GTK_TYPE_LABEL, "It came back here") != NULL, ==, n_steps == G_N_ELEMENTS (who) - 1);
    }
  g_assert_cmpuint (n_steps, ==, G_N_ELEMENTS (who));
  g_assert_true (cor_test_is_shown (fixture->view, "893.00\302\240EUR"));
  g_assert_true (cor_test_is_shown (fixture->view, "Not credited"));
}

/* A tracker may tell of a rate and not of its currencies. */
static void
test_rate (Fixture      *fixture,
           gconstpointer unused)
{
  GtkWidget            *way;
  const CorPaymentView *view;
  CorPaymentHop        *hop;

  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, "NORDDEFFXXX"));
  way = cor_test_find (fixture->view, COR_TYPE_WAY_CARD, NULL);
  view = cor_payment_case_get_view (cor_session_get_payment_case (fixture->session));
  hop = view->hops->pdata[0];
  hop->rate = (CorDecimal){ 92, 2 };
  cor_way_card_set_view (COR_WAY_CARD (way), view, fixture->desk.now, cor_session_get_time_zone (fixture->session));
  g_assert_null (cor_test_find (way, GTK_TYPE_LABEL, "Converted from"));
  hop->rate_from = g_strdup ("USD");
  hop->rate_to = g_strdup ("EUR");
  cor_way_card_set_view (COR_WAY_CARD (way), view, fixture->desk.now, cor_session_get_time_zone (fixture->session));
  g_assert_nonnull (cor_test_find (way, GTK_TYPE_LABEL, "Converted from USD to EUR at 0.92"));
}

static void
test_difference (Fixture      *fixture,
                 gconstpointer unused)
{
  CorPaymentView  *view;
  g_autofree char *words = NULL;

  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, "1,000.00 USD → 895.00 EUR reported"));
  g_assert_true (cor_test_is_shown (fixture->view, "Credited"));
  g_assert_true (cor_test_is_shown (fixture->view, "Quoted"));
  view = cor_payment_case_get_view (cor_session_get_payment_case (fixture->session));
  g_assert_cmpuint (view->differences->len, ==, 1);
  g_assert_cmpint (((const CorDifference *) view->differences->pdata[0])->amount.minor, ==, -1000);
  words = cor_payment_words_dup_difference (view->differences->pdata[0]);
  g_assert_true (cor_test_is_shown (fixture->view, words));
}

/* What the ledger and the tracker know besides is nowhere on the screen. */
static void
test_held (Fixture      *fixture,
           gconstpointer unused)
{
  static const char *const hidden[] = { "NORDDEFFXXX", "ISARDEMMXXX", "−15.00 EUR", "Account ending 3081", "Li Wei", "B… P… GmbH", "SHA", "UETR", "Checked", "Insert status into reply" };

  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, "With compliance"));
  g_assert_true (cor_test_is_shown (fixture->view, "CP-70231"));
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    g_assert_false (cor_test_is_shown (fixture->view, hidden[i]));
  g_assert_false (cor_test_is_shown (fixture->view, "1,000.00 USD → 905.00 EUR expected"));
}

/* What the ledger says of its customer; with compliance nothing of it, and without a word of the ledger no heading. */
static void
test_limits (Fixture      *fixture,
             gconstpointer state)
{
  gboolean          is_held = GPOINTER_TO_INT (state) == COR_TEST_PAYMENT_HELD;
  CorPaymentLookup *lookup = cor_payment_lookup_new (COR_PAYMENT_LIMITS, "C-1", fixture->desk.now);
  CorPaymentLimit  *limit = NULL;
  g_auto (CorTestAwait) await = { 0 };

  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, is_held ? "With compliance" : "NORDDEFFXXX"));
  g_assert_false (cor_test_is_shown (fixture->view, "Limits of the customer"));
  lookup->outcome = COR_LOOKUP_FOUND;
  lookup->limits = cor_payment_limits_new ();
  limit = cor_payment_limits_add (lookup->limits);
  limit->name = g_strdup ("Monthly limit");
  limit->limit = cor_money_new (5000000, cor_currency_find ("USD"));
  limit->used = cor_money_new (4675025, cor_currency_find ("USD"));
  cor_store_put_payment_async (fixture->desk.store, lookup, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_payment_finish (fixture->desk.store, cor_test_await (&await), NULL));
  if (is_held)
    cor_test_desk_settle (&fixture->desk);
  else
    cor_test_until (cor_test_is_shown (fixture->view, "Monthly limit\n46,750.25\302\240USD of 50,000.00\302\240USD used · 3,249.75\302\240USD left"));
  g_assert_cmpint (cor_test_is_shown (fixture->view, "Limits of the customer"), ==, !is_held);
}

/* A weekday alone is the last one: what is still to come has its date. */
static void
test_moment (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *past = cor_payment_words_dup_moment (1773667365 - 2 * 86400, 1773667365, utc);
  g_autofree char *coming = cor_payment_words_dup_moment (1773667365 + 5 * 86400, 1773667365, utc);

  g_assert_cmpstr (past, ==, "Sat 13:22");
  g_assert_cmpstr (coming, ==, "Sat 21 Mar, 13:22");
}

/* Somebody who is not linked with it is told nothing of it; the agent may look. */
static void
test_not_linked (Fixture      *fixture,
                 gconstpointer unused)
{
  open (fixture, "20476");
  cor_test_until (cor_test_is_shown (fixture->view, "No payment is linked with this conversation. Type a reference, a UETR or a transfer number above."));
  type_reference (fixture, "nonsense");
  g_assert_true (cor_test_is_shown (fixture->view, "That is no reference: a UETR has 36 characters, a transfer number only digits."));
  g_assert_nonnull (find_entry (fixture, "nonsense"));
  type_reference (fixture, "cp-70231");
  cor_test_until (cor_test_is_shown (fixture->view, "1,000.00 USD → 905.00 EUR expected"));
  g_assert_true (cor_test_is_shown (fixture->view, "Not linked with this customer: nothing of the payment can go into a reply."));
  g_assert_false (cor_test_is_shown (fixture->view, "Insert status into reply"));
}

/* Nor of a held one: not even that it is held. */
static void
test_held_not_linked (Fixture      *fixture,
                      gconstpointer unused)
{
  open (fixture, "20476");
  type_reference (fixture, "cp-70231");
  cor_test_until (cor_test_is_shown (fixture->view, "With compliance"));
  g_assert_true (cor_test_is_shown (fixture->view, "Not linked with this customer: nothing of the payment can go into a reply."));
  g_assert_false (cor_test_is_shown (fixture->view, "Insert the approved text"));
}

static GtkWidget *
find_link (Fixture    *fixture,
           const char *reference)
{
  return cor_test_find (fixture->view, GTK_TYPE_TOGGLE_BUTTON, reference);
}

/* The one that is meant stays pressed, and the buttons stay where they are while it is read again. */
static void
test_links (Fixture      *fixture,
            gconstpointer unused)
{
  CorPaymentCase *payment_case = cor_session_get_payment_case (fixture->session);
  GtkWidget      *link;

  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, "NORDDEFFXXX"));
  type_reference (fixture, "");
  cor_test_until (find_link (fixture, "CP-70231") != NULL);
  link = find_link (fixture, "CP-70231");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (link)));
  g_signal_emit_by_name (link, "clicked");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (link)));
  g_assert_cmpstr (cor_payment_case_get_reference (payment_case), ==, "CP-70231");
  g_signal_emit_by_name (link, "clicked");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (link)));
  cor_test_until (cor_test_is_shown (fixture->view, "NORDDEFFXXX"));
  type_reference (fixture, "");
  g_assert_true (find_link (fixture, "CP-70231") == link);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (link)));
}

/* What was being read of one is not shown for another, nor for none. */
static void
test_other_choice (Fixture      *fixture,
                   gconstpointer unused)
{
  CorPaymentCase *payment_case = cor_session_get_payment_case (fixture->session);

  open (fixture, "20476");
  cor_test_until (cor_payment_case_is_loaded (payment_case));
  g_assert_true (cor_payment_case_choose (payment_case, "CP-70231"));
  g_assert_true (cor_payment_case_choose (payment_case, NULL));
  cor_test_desk_settle (&fixture->desk);
  g_assert_null (cor_payment_case_get_view (payment_case));
}

/* Another tab was on top meanwhile. */
static void
test_half_typed (Fixture      *fixture,
                 gconstpointer unused)
{
  GtkWidget *entry;

  open (fixture, "20481");
  entry = find_entry (fixture, "");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "CP-7");
  open (fixture, "20481");
  g_assert_nonnull (find_entry (fixture, "CP-7"));
  open (fixture, "20476");
  g_assert_nonnull (find_entry (fixture, ""));
}

/* The payment of the conversation before is gone at once. */
static void
test_other_conversation (Fixture      *fixture,
                         gconstpointer unused)
{
  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, "NORDDEFFXXX"));
  open (fixture, "20476");
  g_assert_false (cor_test_is_shown (fixture->view, "NORDDEFFXXX"));
}

static void
type_number (GtkWidget  *dialog,
             const char *reference)
{
  gtk_editable_set_text (GTK_EDITABLE (cor_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)), reference);
}

/* Which template would be inserted. */
static const char *
get_template (Fixture *fixture)
{
  GtkWidget *insert = cor_test_find (fixture->view, GTK_TYPE_BUTTON, "Insert status into reply");

  return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (insert)), NULL);
}

static const char *
get_trust (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (cor_test_find (fixture->view, GTK_TYPE_LABEL, "Called back on the number on file")));
}

/* Linked with a role, not yet verified: nothing can be inserted; then verified; and unlinked again. All of it at once. */
static void
test_link (Fixture      *fixture,
           gconstpointer unused)
{
  GtkWidget *dialog;

  open (fixture, "20476");
  cor_test_until (cor_test_is_shown (fixture->view, "Link a Payment…"));
  dialog = cor_test_payment_view_open_link (fixture, "Link a Payment…");
  type_number (dialog, "CP-7");
  g_assert_true (cor_test_is_shown (dialog, "That is no reference: a UETR has 36 characters, a transfer number only digits."));
  type_number (dialog, "cp-70231");
  cor_test_until (cor_test_find (dialog, GTK_TYPE_LABEL, "Not verified yet") != NULL);
  adw_combo_row_set_selected (cor_test_payment_view_find_choice (dialog, "Role"), 1);
  cor_test_activate (dialog, "link.save", NULL);
  cor_test_until (cor_test_is_shown (fixture->view, "Payee"));
  cor_test_until (cor_test_is_shown (fixture->view, "Not verified on this channel: nothing of the payment can go into a reply."));
  g_assert_false (cor_test_is_shown (fixture->view, "Insert status into reply"));

  dialog = cor_test_payment_view_open_link (fixture, "Verify…");
  cor_test_until (cor_test_find (dialog, GTK_TYPE_LABEL, "Not verified yet") != NULL);
  cor_test_until (cor_test_is_shown (dialog, "Unlink this payment"));
  g_assert_cmpuint (adw_combo_row_get_selected (cor_test_payment_view_find_choice (dialog, "Role")), ==, 1);
  adw_combo_row_set_selected (cor_test_payment_view_find_choice (dialog, "Verified"), 3);
  cor_test_activate (dialog, "link.save", NULL);
  cor_test_until (cor_test_is_shown (fixture->view, "Insert status into reply"));
  g_assert_cmpstr (get_template (fixture), ==, "where-is-my-money-payee");
  g_assert_nonnull (strstr (get_trust (fixture), "A payee is told only what concerns the credit"));

  dialog = cor_test_payment_view_open_link (fixture, "Change…");
  cor_test_until (cor_test_is_shown (dialog, "Unlink this payment"));
  cor_test_activate (dialog, "link.unlink", NULL);
  cor_test_until (cor_test_is_shown (fixture->view, "Not linked with this customer: nothing of the payment can go into a reply."));
}

static void
link_as (Fixture *fixture,
         guint    role,
         guint    method)
{
  GtkWidget *dialog = cor_test_payment_view_open_link (fixture, "Link a Payment…");

  cor_test_until (cor_test_find (dialog, GTK_TYPE_LABEL, "Not verified yet") != NULL);
  adw_combo_row_set_selected (cor_test_payment_view_find_choice (dialog, "Role"), role);
  adw_combo_row_set_selected (cor_test_payment_view_find_choice (dialog, "Verified"), method);
  cor_test_activate (dialog, "link.save", NULL);
}

/* A payee is not told that the payer owes documents, and the agent is told why there is nothing to insert. */
static void
test_nothing_for_payee (Fixture      *fixture,
                        gconstpointer unused)
{
  open (fixture, "20476");
  cor_test_until (cor_test_is_shown (fixture->view, "Link a Payment…"));
  type_reference (fixture, "CP-70231");
  cor_test_until (cor_test_is_shown (fixture->view, "Documents asked"));
  link_as (fixture, 1, 3);
  cor_test_until (cor_test_is_shown (fixture->view, "Payee"));
  cor_test_until (cor_test_is_shown (fixture->view, "Called back on the number on file"));
  g_assert_nonnull (strstr (get_trust (fixture), "How it stands now is the payer’s matter"));
  g_assert_false (cor_test_is_shown (fixture->view, "Insert status into reply"));
}

/* Whoever is neither payer nor payee is told nothing, however well she is verified. */
static void
test_third_party (Fixture      *fixture,
                  gconstpointer unused)
{
  open (fixture, "20476");
  cor_test_until (cor_test_is_shown (fixture->view, "Link a Payment…"));
  type_reference (fixture, "CP-70231");
  cor_test_until (cor_test_is_shown (fixture->view, "1,000.00 USD → 905.00 EUR expected"));
  link_as (fixture, 2, 1);
  cor_test_until (cor_test_is_shown (fixture->view, "A third party is told nothing: nothing of the payment can go into a reply."));
  g_assert_false (cor_test_is_shown (fixture->view, "Insert status into reply"));
}

static void
count_news (CorPaymentWatches *watches,
            CorPaymentWatch   *watch,
            gpointer           user_data)
{
  (*(guint *) user_data)++;
}

/* The bell, and what comes of it: told once, offered until it was seen. */
static void
test_watch (Fixture      *fixture,
            gconstpointer state)
{
  CorPaymentWatches *watches = cor_session_get_payment_watches (fixture->session);
  GtkWidget         *bell;
  gboolean           is_held = GPOINTER_TO_INT (state) == COR_TEST_PAYMENT_BETWEEN;
  guint              n_news = 0;

  g_signal_connect (watches, "news", G_CALLBACK (count_news), &n_news);
  open (fixture, "20481");
  cor_test_until (cor_test_is_shown (fixture->view, "NORDDEFFXXX"));
  bell = cor_test_payment_view_get_bell (fixture);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (bell)));
  gtk_widget_activate (bell);
  cor_test_until (cor_payment_watches_find (watches, "cp-70231") != NULL);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (bell)));
  g_assert_false (cor_test_is_shown (fixture->view, "Seen"));

  cor_test_payment_view_answer (fixture, is_held ? COR_TEST_PAYMENT_HELD : COR_TEST_PAYMENT_CREDITED);
  cor_test_until (cor_test_is_shown (fixture->view, "Seen"));
  g_assert_cmpuint (n_news, ==, 1);
  if (is_held)
    g_assert_nonnull (cor_test_find (gtk_widget_get_ancestor (cor_test_find (fixture->view, GTK_TYPE_BUTTON, "Seen"), COR_TYPE_WATCH_NEWS), GTK_TYPE_LABEL, "With compliance"));
  g_assert_cmpint (cor_test_is_shown (fixture->view, "Insert an update for the customer"), ==, !is_held);
  cor_test_click (fixture->view, "Seen");
  cor_test_until (!cor_test_is_shown (fixture->view, "Seen"));
  g_assert_cmpuint (n_news, ==, 1);
  gtk_widget_activate (bell);
  cor_test_until (cor_payment_watches_find (watches, "CP-70231") == NULL);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, state, func) g_test_add ("/payment/" name, Fixture, GINT_TO_POINTER (state), set_up, func, tear_down)
  ADD ("hops", COR_TEST_PAYMENT_AT_BANK, test_hops);
  ADD ("whole", COR_TEST_PAYMENT_WHOLE, test_whole);
  ADD ("language", COR_TEST_PAYMENT_AT_BANK, test_language);
  ADD ("between", COR_TEST_PAYMENT_BETWEEN, test_between);
  ADD ("not-tracked", COR_TEST_PAYMENT_NOT_TRACKED, test_not_tracked);
  ADD ("returned", COR_TEST_PAYMENT_RETURNED, test_returned);
  ADD ("rate", COR_TEST_PAYMENT_AT_BANK, test_rate);
  ADD ("difference", COR_TEST_PAYMENT_CREDITED, test_difference);
  ADD ("held", COR_TEST_PAYMENT_HELD, test_held);
  ADD ("limits", COR_TEST_PAYMENT_AT_BANK, test_limits);
  ADD ("limits-held", COR_TEST_PAYMENT_HELD, test_limits);
  g_test_add_func ("/payment/moment", test_moment);
  ADD ("not-linked", COR_TEST_PAYMENT_AT_BANK, test_not_linked);
  ADD ("held-not-linked", COR_TEST_PAYMENT_HELD, test_held_not_linked);
  ADD ("links", COR_TEST_PAYMENT_AT_BANK, test_links);
  ADD ("other-choice", COR_TEST_PAYMENT_AT_BANK, test_other_choice);
  ADD ("half-typed", COR_TEST_PAYMENT_AT_BANK, test_half_typed);
  ADD ("other-conversation", COR_TEST_PAYMENT_AT_BANK, test_other_conversation);
  ADD ("link", COR_TEST_PAYMENT_AT_BANK, test_link);
  ADD ("nothing-for-payee", COR_TEST_PAYMENT_DOCUMENTS, test_nothing_for_payee);
  ADD ("third-party", COR_TEST_PAYMENT_AT_BANK, test_third_party);
  ADD ("watch", COR_TEST_PAYMENT_AT_BANK, test_watch);
  ADD ("watch-held", COR_TEST_PAYMENT_BETWEEN, test_watch);
  return cor_test_run ();
}
