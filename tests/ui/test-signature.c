/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-account-list.h"
#include "cor-signature-settings.h"
#include "cor-store-accounts.h"
#include "cor-store-intents.h"
#include "cor-store-signature.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"

#include <adwaita.h>

/* What goes below a reply by mail: shown before it goes, once, and nowhere else. */

#define SIGNATURE "Sofia Brandt\nCustomer care"
#define REPLY "Gracias, Marta. Lo tenemos."
#define LEAVE_OUT "Leave the signature out of this reply"

static void
set_text (CorTestPane *fixture,
          const char  *key,
          const char  *value)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (GError) error = NULL;

  cor_store_set_setting_async (fixture->desk.store, fixture->desk.account, key, value, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_set_setting_finish (fixture->desk.store, cor_test_await (&await), &error));
}

static char *
dup_text (CorTestPane *fixture,
          const char  *key)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) settings = NULL;

  cor_store_load_settings_async (fixture->desk.store, fixture->desk.account, NULL, cor_test_on_result, &await);
  settings = cor_store_load_settings_finish (fixture->desk.store, cor_test_await (&await), &error);
  return g_strdup (g_hash_table_lookup (settings, key));
}

/* The text of the newest reply of a conversation in the outbox. */
static char *
dup_queued (CorTestPane *fixture,
            const char  *number)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outbox = NULL;
  gint64 conversation = cor_test_desk_find (&fixture->desk, number);

  cor_store_list_outbox_async (fixture->desk.store, NULL, cor_test_on_result, &await);
  outbox = cor_store_list_outbox_finish (fixture->desk.store, cor_test_await (&await), &error);
  for (guint i = outbox->len; i > 0; i--)
    {
      const CorIntentData *intent = outbox->pdata[i - 1];

      if (intent->conversation == conversation)
        return g_strdup (intent->text);
    }
  return NULL;
}

static gboolean
is_queued (CorTestPane *fixture,
           const char  *number,
           const char  *text)
{
  g_autofree char *queued = dup_queued (fixture, number);

  return g_strcmp0 (queued, text) == 0;
}

static void
send_reply (CorTestPane *fixture)
{
  /* asked, where the check asks: the second time it goes */
  while (!cor_test_pane_has_text (fixture, ""))
    {
      gtk_widget_activate_action (fixture->pane, "conversation.send", NULL);
      cor_test_pane_settle (fixture);
    }
}

/* Shown, sent once, and once only when it was taken back and sent again. */
static void
test_sent (CorTestPane  *fixture,
           gconstpointer unused)
{
  set_text (fixture, COR_SETTING_SIGNATURE, SIGNATURE);
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  cor_test_until (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
  cor_test_pane_type (fixture, REPLY);
  g_assert_true (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
  send_reply (fixture);
  cor_test_until (is_queued (fixture, "20460", REPLY "\n\n--\n\n" SIGNATURE));

  cor_test_activate (fixture->pane, "conversation.undo-send", NULL);
  cor_test_until (cor_test_pane_has_text (fixture, REPLY "\n\n--\n\n" SIGNATURE));
  cor_test_until (!cor_test_is_shown (fixture->pane, LEAVE_OUT));
  send_reply (fixture);
  cor_test_until (is_queued (fixture, "20460", REPLY "\n\n--\n\n" SIGNATURE));
}

/* A colleague needs none, nor does a chat, nor what compliance approved. */
static void
test_elsewhere (CorTestPane  *fixture,
                gconstpointer unused)
{
  set_text (fixture, COR_SETTING_SIGNATURE, SIGNATURE);
  cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "7", .channel = COR_CHANNEL_EMAIL, .name = "Yusuf Haddad", .labels = "compliance-hold", .at = 5000 });
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ "7", COR_MESSAGE_INCOMING, COR_SENDER_CUSTOMER, .text = "Where is it?", .at = 5000 });
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  cor_test_until (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
  cor_test_activate (fixture->pane, "conversation.note", NULL);
  cor_test_until (!cor_test_is_shown (fixture->pane, "Sofia Brandt"));
  cor_test_pane_type (fixture, "She called.");
  send_reply (fixture);
  cor_test_until (is_queued (fixture, "20460", "She called."));
  cor_test_activate (fixture->pane, "conversation.reply", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Sofia Brandt"));

  cor_test_pane_open (fixture, "7", "Where is it?");
  cor_test_pane_settle (fixture);
  g_assert_false (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
  cor_test_pane_open (fixture, "20476", "Oi! O dinheiro saiu da conta");
  cor_test_pane_settle (fixture);
  g_assert_false (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
}

/* The desk's own is the default; one of the customer's language goes before one for all; any may be left out. */
static void
test_chosen (CorTestPane  *fixture,
             gconstpointer unused)
{
  cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "8", .channel = COR_CHANNEL_EMAIL, .name = "Ana Gil", .attributes_json = "{\"language\":\"es-MX\"}", .at = 5000 });
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ "8", COR_MESSAGE_INCOMING, COR_SENDER_CUSTOMER, .text = "Hola", .at = 5000 });
  set_text (fixture, COR_SETTING_DESK_SIGNATURE, "As the desk has it");
  cor_test_pane_open (fixture, "8", "Hola");
  cor_test_until (cor_test_is_shown (fixture->pane, "As the desk has it"));
  set_text (fixture, COR_SETTING_SIGNATURE, SIGNATURE);
  cor_test_until (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
  set_text (fixture, COR_SETTING_SIGNATURE_PREFIX "es", "Atención al cliente");
  cor_test_until (cor_test_is_shown (fixture->pane, "Atención al cliente"));
  g_assert_false (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
  set_text (fixture, COR_SETTING_SIGNATURE_PREFIX "es", "");
  cor_test_until (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
  set_text (fixture, COR_SETTING_SIGNATURE, "");
  cor_test_until (!cor_test_is_shown (fixture->pane, "Sofia Brandt") && !cor_test_is_shown (fixture->pane, "As the desk has it"));

  set_text (fixture, COR_SETTING_SIGNATURE, SIGNATURE);
  cor_test_until (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
  cor_test_pane_type (fixture, REPLY);
  cor_test_click (fixture->pane, LEAVE_OUT);
  g_assert_false (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
  send_reply (fixture);
  cor_test_until (is_queued (fixture, "8", REPLY));
  cor_test_until (cor_test_is_shown (fixture->pane, "Sofia Brandt"));
}

static gboolean
is_kept (CorTestPane *fixture,
         const char  *key,
         const char  *text)
{
  g_autofree char *kept = dup_text (fixture, key);

  return g_strcmp0 (kept, text) == 0;
}

static gboolean
shows (GtkTextBuffer *buffer,
       const char    *expected)
{
  g_autofree char *text = NULL;
  GtkTextIter      start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_str_equal (text, expected);
}

/* Each language has its own; what is written is kept, also by one who closes at once. */
static void
test_settings (CorTestPane  *fixture,
               gconstpointer unused)
{
  CorSignatureSettings *settings = g_object_new (COR_TYPE_SIGNATURE_SETTINGS, NULL);
  GtkWindow            *window = GTK_WINDOW (adw_window_new ());
  GtkTextBuffer        *buffer = NULL;
  AdwComboRow          *language = NULL;

  set_text (fixture, COR_SETTING_DESK_SIGNATURE, "As the desk has it");
  cor_test_until (cor_account_list_is_loaded (cor_session_get_accounts (fixture->session)));
  cor_signature_settings_set_models (settings, fixture->desk.store, cor_session_get_accounts (fixture->session));
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (settings));
  gtk_window_present (window);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (cor_test_find (GTK_WIDGET (settings), GTK_TYPE_TEXT_VIEW, NULL)));
  language = ADW_COMBO_ROW (gtk_widget_get_ancestor (cor_test_find (GTK_WIDGET (settings), GTK_TYPE_LABEL, "For"), ADW_TYPE_COMBO_ROW));
  cor_test_until (shows (buffer, "As the desk has it"));
  gtk_text_buffer_set_text (buffer, SIGNATURE, -1);
  cor_test_until (is_kept (fixture, COR_SETTING_SIGNATURE, SIGNATURE));
  adw_combo_row_set_selected (language, 3); /* Spanish */
  g_assert_true (shows (buffer, ""));
  gtk_text_buffer_set_text (buffer, "Atención al cliente", -1);
  adw_combo_row_set_selected (language, 0);
  g_assert_true (shows (buffer, SIGNATURE));
  cor_test_until (is_kept (fixture, COR_SETTING_SIGNATURE_PREFIX "es", "Atención al cliente"));
  gtk_text_buffer_set_text (buffer, "Sofia", -1);
  gtk_window_destroy (window);
  cor_test_until (is_kept (fixture, COR_SETTING_SIGNATURE, "Sofia"));
}

#define ADD(path, func) g_test_add (path, CorTestPane, NULL, cor_test_pane_set_up, func, cor_test_pane_tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  cor_test_init (&argc, &argv);
  adw_init ();
  ADD ("/signature/sent", test_sent);
  ADD ("/signature/elsewhere", test_elsewhere);
  ADD ("/signature/chosen", test_chosen);
  ADD ("/signature/settings", test_settings);
  return cor_test_run ();
}
