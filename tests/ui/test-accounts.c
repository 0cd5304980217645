/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-account-dialog.h"
#include "cor-accounts-dialog.h"
#include "cor-service-error.h"
#include "cor-store-pull.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-test-sandbox.h"
#include "cor-test-widgets.h"

typedef struct
{
  CorTestDesk desk;
  CorSession *session;
  GtkWidget  *window;
  GtkWidget  *dialog; /* closes itself */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  cor_test_desk_open (&fixture->desk);
  fixture->session = cor_session_new (fixture->desk.store, NULL, 0);
  fixture->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  cor_test_until (cor_account_list_get_n (cor_session_get_accounts (fixture->session)) == 1);
}

static void
open_dialog (Fixture   *fixture,
             GtkWidget *dialog)
{
  fixture->dialog = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &fixture->dialog);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  cor_test_until (gtk_widget_get_mapped (dialog));
}

/* Everything goes with the window. */
static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  cor_test_until (fixture->dialog == NULL);
  cor_test_desk_settle (&fixture->desk);
  cor_test_finalize (fixture->session);
  cor_test_desk_close (&fixture->desk);
}

static GtkEditable *
get_address (Fixture *fixture)
{
  return GTK_EDITABLE (cor_test_find (fixture->dialog, ADW_TYPE_ENTRY_ROW, NULL));
}

static GtkEditable *
get_token (Fixture *fixture)
{
  return GTK_EDITABLE (cor_test_find (fixture->dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL));
}

/* Fills it in, connects, and expects @sentence; what was typed has to stay. */
static void
expect (Fixture    *fixture,
        const char *address,
        const char *token,
        const char *sentence)
{
  const char *said = NULL;

  gtk_editable_set_text (get_address (fixture), address);
  gtk_editable_set_text (get_token (fixture), token);
  g_assert_null (cor_test_get_label (fixture->dialog, "error")); /* it is no longer about what is typed now */
  cor_test_click (fixture->dialog, "C_onnect");
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (fixture->dialog, GTK_TYPE_BUTTON, "C_onnect")));
  cor_test_until ((said = cor_test_get_label (fixture->dialog, "error")) != NULL);
  g_assert_true (g_str_has_prefix (said, sentence));
  g_assert_cmpstr (gtk_editable_get_text (get_address (fixture)), ==, address);
  g_assert_cmpstr (gtk_editable_get_text (get_token (fixture)), ==, token);
  g_assert_true (gtk_editable_get_editable (get_address (fixture)));
  g_assert_true (gtk_widget_is_sensitive (cor_test_find (fixture->dialog, GTK_TYPE_BUTTON, "C_onnect")));
}

static gboolean
is_marked (GtkEditable *row)
{
  return gtk_widget_has_css_class (GTK_WIDGET (row), "error");
}

/* What can be seen without a server. */
static void
test_typed_wrong (Fixture      *fixture,
                  gconstpointer unused)
{
  open_dialog (fixture, cor_account_dialog_new (fixture->session, NULL));
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (fixture->dialog, GTK_TYPE_BUTTON, "C_onnect")));

  expect (fixture, "our desk", "t0ken", "This is not the address of a server.");
  g_assert_true (is_marked (get_address (fixture)));
  expect (fixture, "http://desk.example", "t0ken", "The address has to begin with https://");
  g_assert_true (is_marked (get_address (fixture)));
  expect (fixture, "https://127.0.0.1:1", "t0ken", "The server cannot be reached.");
  g_assert_true (is_marked (get_address (fixture)));
  g_assert_false (is_marked (get_token (fixture)));
  gtk_editable_set_text (get_address (fixture), "https://desk.example");
  g_assert_false (is_marked (get_address (fixture)));
  g_assert_cmpuint (cor_account_list_get_n (cor_session_get_accounts (fixture->session)), ==, 1);
}

/* An account that is here already, of the sandbox: its authority comes with it. */
static CorAccountData *
make_account (CorTestSandbox *sandbox)
{
  CorAccountData *account = cor_account_data_new ();

  account->kind = g_strdup ("chatwoot");
  account->origin = g_strdup (sandbox->url);
  account->remote_id = g_strdup ("1");
  account->ca_file = g_strdup (sandbox->ca);
  return account;
}

static void
test_server_says_no (Fixture      *fixture,
                     gconstpointer unused)
{
  g_autoptr (CorTestSandbox) sandbox = cor_test_sandbox_start (NULL);
  g_autoptr (CorAccountData) account = make_account (sandbox);
  g_autofree char *other = g_strconcat (sandbox->url, "/app/accounts/99/dashboard", NULL);
  g_autoptr (JsonNode) faults = NULL;

  open_dialog (fixture, cor_account_dialog_new (fixture->session, sandbox->url));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (get_token (fixture)))));
  expect (fixture, sandbox->url, sandbox->token, "The server's certificate is not trusted.");
  g_assert_true (gtk_widget_is_focus (cor_test_find (fixture->dialog, ADW_TYPE_ACTION_ROW, NULL)));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  cor_test_until (fixture->dialog == NULL);

  open_dialog (fixture, cor_account_dialog_new_again (fixture->session, account));
  g_assert_cmpstr (gtk_editable_get_text (get_address (fixture)), ==, sandbox->url);
  expect (fixture, sandbox->url, "n0t-the-token", "The server does not accept this access token.");
  g_assert_true (is_marked (get_token (fixture)));
  g_assert_false (is_marked (get_address (fixture)));
  expect (fixture, other, sandbox->token, "The access token is good, but it opens no such account.");
  g_assert_true (is_marked (get_token (fixture)));
  faults = cor_test_sandbox_call (sandbox, "POST", "/sandbox/faults", "[{\"kind\":\"wrong-type\",\"path\":\"*/profile\"}]");
  expect (fixture, sandbox->url, sandbox->token, "What answers at this address is not a desk server Corridor knows.");
  g_assert_true (is_marked (get_address (fixture)));
}

/* A token that cannot be kept safely is not kept at all; one from the environment need not be. */
static void
test_connected (Fixture      *fixture,
                gconstpointer unused)
{
  g_autoptr (CorTestSandbox) sandbox = cor_test_sandbox_start (NULL);
  g_autoptr (CorAccountData) account = make_account (sandbox);
  CorAccountList *accounts = cor_session_get_accounts (fixture->session);

  open_dialog (fixture, cor_account_dialog_new_again (fixture->session, account));
  expect (fixture, sandbox->url, sandbox->token, "The keyring of this computer is missing or locked");
  cor_test_desk_settle (&fixture->desk);
  g_assert_cmpuint (cor_account_list_get_n (accounts), ==, 1);

  g_setenv ("CORRIDOR_TOKEN", sandbox->token, TRUE);
  cor_test_click (fixture->dialog, "C_onnect");
  cor_test_until (fixture->dialog == NULL);
  cor_test_until (cor_account_list_get_n (accounts) == 2);
  g_assert_cmpstr (cor_account_list_get (accounts, 1)->agent_name, ==, "Sofia Brandt");
  g_unsetenv ("CORRIDOR_TOKEN");
}

/* A token that opens several accounts: none is taken until it is named, and then that one is. */
static void
test_several_accounts (Fixture      *fixture,
                       gconstpointer unused)
{
  g_autoptr (CorTestSandbox) sandbox = cor_test_sandbox_start (NULL);
  g_autoptr (JsonNode) other = cor_test_sandbox_call (sandbox, "POST", "/sandbox/other-account", "{\"name\":\"Archive\"}");
  g_autoptr (GFile) ca = g_file_new_for_path (sandbox->ca);
  CorAccountList *accounts = cor_session_get_accounts (fixture->session);
  GtkWidget      *choice = NULL, *connect;
  GListModel     *names;
  guint           served = 0;

  g_setenv ("CORRIDOR_TOKEN", sandbox->token, TRUE);
  open_dialog (fixture, cor_account_dialog_new (fixture->session, sandbox->url));
  cor_account_dialog_set_authority (COR_ACCOUNT_DIALOG (fixture->dialog), ca);
  gtk_editable_set_text (get_token (fixture), sandbox->token);
  g_assert_null (cor_test_find (fixture->dialog, ADW_TYPE_COMBO_ROW, NULL));
  cor_test_click (fixture->dialog, "C_onnect");
  cor_test_until ((choice = cor_test_find (fixture->dialog, ADW_TYPE_COMBO_ROW, NULL)) != NULL);
  connect = cor_test_find (fixture->dialog, GTK_TYPE_BUTTON, "C_onnect");
  names = adw_combo_row_get_model (ADW_COMBO_ROW (choice));
  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 3); /* the first asks */
  for (guint i = 1; i < 3; i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), "Corridor sandbox"))
      served = i;
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (names), 3 - served), ==, "Archive");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (choice)), ==, 0);
  g_assert_false (gtk_widget_is_sensitive (connect));
  gtk_widget_activate_action (fixture->dialog, "account.connect", NULL); /* as Enter does */
  cor_test_desk_settle (&fixture->desk);
  g_assert_cmpuint (cor_account_list_get_n (accounts), ==, 1);

  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), served);
  g_assert_true (gtk_widget_is_sensitive (connect));
  cor_test_click (fixture->dialog, "C_onnect");
  cor_test_until (fixture->dialog == NULL);
  cor_test_until (cor_account_list_get_n (accounts) == 2);
  g_assert_cmpstr (cor_account_list_get (accounts, 1)->remote_id, ==, "1");
  g_assert_cmpstr (cor_account_list_get (accounts, 1)->name, ==, "Corridor sandbox");
  g_unsetenv ("CORRIDOR_TOKEN");
}

static void
test_removing_asks (Fixture      *fixture,
                    gconstpointer unused)
{
  CorAccountList *accounts = cor_session_get_accounts (fixture->session);
  GtkWidget      *question = NULL;

  open_dialog (fixture, cor_accounts_dialog_new (fixture->session));
  g_assert_true (cor_test_is_shown (fixture->dialog, "Desk"));
  g_assert_true (cor_test_is_shown (fixture->dialog, "https://desk.example"));
  cor_test_click (fixture->dialog, "Remove this account");
  cor_test_until ((question = cor_test_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (question)), ==, "Remove “Desk”?");
  g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (question)), ==, "cancel");
  cor_test_click (question, "_Cancel");
  cor_test_until (cor_test_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  cor_test_desk_settle (&fixture->desk);
  g_assert_cmpuint (cor_account_list_get_n (accounts), ==, 1);

  cor_test_click (fixture->dialog, "Remove this account");
  cor_test_until ((question = cor_test_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  cor_test_click (question, "_Remove");
  cor_test_until (cor_account_list_get_n (accounts) == 0);
  g_assert_null (cor_test_find (fixture->dialog, GTK_TYPE_BUTTON, "Remove this account"));
}

/* Says that the server takes the token no more. */
static void
stop_account (Fixture *fixture)
{
  CorAccountData status = { .id = fixture->desk.account, .sync = COR_SYNC_STOPPED, .error_code = COR_SERVICE_ERROR_UNAUTHORISED };
  g_auto (CorTestAwait) await = { 0 };

  cor_store_put_sync_status_async (fixture->desk.store, &status, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
test_sign_in_again (Fixture      *fixture,
                    gconstpointer unused)
{
  GtkWidget *asked = NULL;

  open_dialog (fixture, cor_accounts_dialog_new (fixture->session));
  g_assert_null (cor_test_find (fixture->dialog, GTK_TYPE_BUTTON, "_Sign In Again…"));
  stop_account (fixture);
  cor_test_until (cor_test_find (fixture->dialog, GTK_TYPE_BUTTON, "_Sign In Again…") != NULL);
  g_assert_true (cor_test_is_shown (fixture->dialog, "https://desk.example · The server does not accept this access token."));
  cor_test_click (fixture->dialog, "_Sign In Again…");
  cor_test_until ((asked = cor_test_find_window (COR_TYPE_ACCOUNT_DIALOG)) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cor_test_find (asked, ADW_TYPE_ENTRY_ROW, NULL))), ==, "https://desk.example");
  gtk_window_destroy (GTK_WINDOW (asked));
}

int
main (int    argc,
      char **argv)
{
  /* nobody's keyring */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_unsetenv ("CORRIDOR_TOKEN");
  cor_test_init (&argc, &argv);
  cor_test_allow_library_warnings ();
  adw_init ();
  g_test_add ("/account/typed-wrong", Fixture, NULL, set_up, test_typed_wrong, tear_down);
  g_test_add ("/account/server-says-no", Fixture, NULL, set_up, test_server_says_no, tear_down);
  g_test_add ("/account/connected", Fixture, NULL, set_up, test_connected, tear_down);
  g_test_add ("/account/several", Fixture, NULL, set_up, test_several_accounts, tear_down);
  g_test_add ("/accounts/removing-asks", Fixture, NULL, set_up, test_removing_asks, tear_down);
  g_test_add ("/accounts/sign-in-again", Fixture, NULL, set_up, test_sign_in_again, tear_down);
  return cor_test_run ();
}
