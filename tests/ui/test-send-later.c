/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-conversation-pane.h"
#include "cor-send-later-dialog.h"
#include "cor-store-intents.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"

#include <adwaita.h>
#include <string.h>

/* When a reply shall leave: chosen, changed, taken back, and sent at once after all. */

#define NUMBER "7"
#define SEEN "When will it arrive?"
#define REPLY "Good morning, we are looking into it."

/* A customer half a day away from whoever answers. */
static void
open_far_away (CorTestPane *fixture)
{
  cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = NUMBER, .channel = COR_CHANNEL_EMAIL, .name = "Ana Gil", .attributes_json = "{\"timezone\":\"Pacific/Auckland\",\"language\":\"en\"}", .at = 5000 });
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ NUMBER, COR_MESSAGE_INCOMING, COR_SENDER_CUSTOMER, .text = SEEN, .at = 5000 });
  cor_test_pane_open (fixture, NUMBER, SEEN);
  cor_test_pane_type (fixture, REPLY);
}

/* (transfer full) (nullable): of the open conversation */
static CorIntentData *
ref_intent (CorTestPane *fixture)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outbox = NULL;
  gint64 conversation = cor_test_desk_find (&fixture->desk, NUMBER);

  cor_store_list_outbox_async (fixture->desk.store, NULL, cor_test_on_result, &await);
  outbox = cor_store_list_outbox_finish (fixture->desk.store, cor_test_await (&await), &error);
  for (guint i = 0; i < outbox->len; i++)
    if (((CorIntentData *) outbox->pdata[i])->conversation == conversation)
      return cor_intent_data_ref (outbox->pdata[i]);
  return NULL;
}

static gboolean
is_in_state (CorTestPane   *fixture,
             CorIntentState state)
{
  g_autoptr (CorIntentData) intent = ref_intent (fixture);

  return intent != NULL && intent->state == state;
}

static guint
count_in_outbox (CorTestPane *fixture)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (GPtrArray) outbox = NULL;
  gint64 conversation = cor_test_desk_find (&fixture->desk, NUMBER);
  guint  n = 0;

  cor_store_list_outbox_async (fixture->desk.store, NULL, cor_test_on_result, &await);
  outbox = cor_store_list_outbox_finish (fixture->desk.store, cor_test_await (&await), NULL);
  for (guint i = 0; i < outbox->len; i++)
    n += ((CorIntentData *) outbox->pdata[i])->conversation == conversation ? 1 : 0;
  return n;
}

static gboolean
is_then_shown (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_has_suffix (gtk_label_get_text (GTK_LABEL (widget)), "Then resolved"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_then_shown (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_moved (CorTestPane *fixture,
          gint64       send_at)
{
  g_autoptr (CorIntentData) intent = ref_intent (fixture);

  return intent != NULL && intent->send_at != send_at;
}

static GtkCalendar *
get_calendar (GtkWidget *dialog)
{
  GtkMenuButton *day = GTK_MENU_BUTTON (cor_test_find (dialog, GTK_TYPE_MENU_BUTTON, NULL));

  return GTK_CALENDAR (gtk_popover_get_child (gtk_menu_button_get_popover (day)));
}

static GtkWidget *
ask (CorTestPane *fixture)
{
  GtkWidget *dialog = NULL;

  cor_test_activate (fixture->pane, "conversation.send-later", NULL);
  cor_test_until ((dialog = cor_test_find_window (COR_TYPE_SEND_LATER_DIALOG)) != NULL);
  return dialog;
}

static AdwActionRow *
get_row (GtkWidget  *dialog,
         const char *title)
{
  return ADW_ACTION_ROW (gtk_widget_get_ancestor (cor_test_find (dialog, GTK_TYPE_LABEL, title), ADW_TYPE_ACTION_ROW));
}

static void
choose (GtkWidget  *dialog,
        const char *title)
{
  adw_action_row_activate (get_row (dialog, title));
  cor_test_until (cor_test_find_window (COR_TYPE_SEND_LATER_DIALOG) == NULL);
}

/* A morning is hers, and stands there on both clocks. */
static void
test_schedule (CorTestPane  *fixture,
               gconstpointer unused)
{
  g_autoptr (CorIntentData) intent = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Pacific/Auckland");
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) there = NULL;
  GtkWidget *dialog = NULL;

  open_far_away (fixture);
  dialog = ask (fixture);
  cor_test_until (cor_test_is_shown (dialog, "Mornings are the customer’s."));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (get_row (dialog, "Tomorrow morning")), "09:00 for the customer · "));
  choose (dialog, "Tomorrow morning");
  cor_test_until (is_in_state (fixture, COR_INTENT_SCHEDULED));
  cor_test_until (cor_test_pane_has_text (fixture, ""));
  intent = ref_intent (fixture);
  utc = g_date_time_new_from_unix_utc (intent->send_at);
  there = g_date_time_to_timezone (utc, zone);
  g_assert_cmpint (g_date_time_get_hour (there), ==, 9);
  g_assert_cmpint (g_date_time_get_minute (there), ==, 0);
  g_assert_cmpint (intent->send_at, >, g_get_real_time () / G_USEC_PER_SEC);
  g_assert_cmpstr (intent->text, ==, REPLY);
  cor_test_until (cor_test_is_shown (fixture->pane, "Send now"));

  cor_test_click (fixture->pane, "Send now");
  cor_test_until (!is_in_state (fixture, COR_INTENT_SCHEDULED));
  cor_test_until (cor_test_is_shown (fixture->pane, "Sends in") || cor_test_is_shown (fixture->pane, "Sending"));
}

/* What has passed is refused in words; who closes has sent nothing; what was chosen can be changed and taken back. */
static void
test_passed (CorTestPane  *fixture,
             gconstpointer unused)
{
  g_autoptr (GDateTime) passed = g_date_time_new_from_unix_utc (g_get_real_time () / G_USEC_PER_SEC - 2 * 24 * 60 * 60);
  g_autoptr (GDateTime) later = g_date_time_new_from_unix_utc (g_get_real_time () / G_USEC_PER_SEC + 3 * 24 * 60 * 60);
  g_autoptr (CorIntentData) intent = NULL;
  g_autoptr (CorIntentData) moved = NULL;
  GtkWidget *dialog = NULL;

  open_far_away (fixture);
  dialog = ask (fixture);
  gtk_calendar_select_day (get_calendar (dialog), passed);
  g_assert_true (cor_test_is_shown (dialog, "That has passed."));
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (dialog, GTK_TYPE_BUTTON, "Send then")));
  gtk_window_close (GTK_WINDOW (dialog));
  cor_test_until (cor_test_find_window (COR_TYPE_SEND_LATER_DIALOG) == NULL);
  g_assert_true (cor_test_pane_has_text (fixture, REPLY));

  dialog = ask (fixture);
  gtk_calendar_select_day (get_calendar (dialog), later);
  g_assert_false (cor_test_is_shown (dialog, "That has passed."));
  cor_test_click (dialog, "Send then");
  cor_test_until (is_in_state (fixture, COR_INTENT_SCHEDULED));
  intent = ref_intent (fixture);

  cor_test_until (cor_test_is_shown (fixture->pane, "Send now"));
  cor_test_activate (fixture->pane, "intent.schedule", "x", intent->id);
  cor_test_until ((dialog = cor_test_find_window (COR_TYPE_SEND_LATER_DIALOG)) != NULL);
  choose (dialog, "In 2 hours");
  cor_test_until (is_moved (fixture, intent->send_at));
  moved = ref_intent (fixture);
  g_assert_cmpint (moved->send_at, <=, g_get_real_time () / G_USEC_PER_SEC + 2 * 60 * 60);

  cor_test_activate (fixture->pane, "intent.take-back", "x", intent->id);
  cor_test_until (cor_test_pane_has_text (fixture, REPLY));
  g_assert_null (ref_intent (fixture));
}

/* What becomes of the conversation is asked with the time, and waits for it as well. */
static void
test_then (CorTestPane  *fixture,
           gconstpointer unused)
{
  g_autoptr (CorIntentData) intent = NULL;
  GtkWidget *dialog = NULL;

  open_far_away (fixture);
  dialog = ask (fixture);
  adw_combo_row_set_selected (ADW_COMBO_ROW (cor_test_find (dialog, ADW_TYPE_COMBO_ROW, NULL)), 1);
  choose (dialog, "In 2 hours");
  cor_test_until (is_in_state (fixture, COR_INTENT_SCHEDULED));
  intent = ref_intent (fixture);
  g_assert_true (intent->has_then);
  g_assert_cmpint (intent->then_status, ==, COR_STATUS_RESOLVED);
  cor_test_until (cor_test_is_shown (fixture->pane, "Send now"));
  g_assert_true (is_then_shown (fixture->pane));
  g_assert_cmpint (count_in_outbox (fixture), ==, 1);

  /* another time does not ask again, and does not forget it */
  cor_test_activate (fixture->pane, "intent.schedule", "x", intent->id);
  cor_test_until ((dialog = cor_test_find_window (COR_TYPE_SEND_LATER_DIALOG)) != NULL);
  g_assert_null (cor_test_find (dialog, ADW_TYPE_COMBO_ROW, NULL));
  choose (dialog, "Monday morning");
  cor_test_until (is_moved (fixture, intent->send_at));
  g_clear_pointer (&intent, cor_intent_data_unref);
  intent = ref_intent (fixture);
  g_assert_true (intent->has_then);
}

/* Compliance took the case since: it does not leave by this door either. */
static void
test_held (CorTestPane  *fixture,
           gconstpointer unused)
{
  GtkWidget *dialog = NULL;

  open_far_away (fixture);
  dialog = ask (fixture);
  choose (dialog, "In 2 hours");
  cor_test_until (is_in_state (fixture, COR_INTENT_SCHEDULED));
  cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = NUMBER, .channel = COR_CHANNEL_EMAIL, .name = "Ana Gil", .labels = "compliance-hold", .at = 6000 });
  cor_test_until (cor_test_is_shown (fixture->pane, "Send now"));
  cor_test_click (fixture->pane, "Send now");
  cor_test_until (cor_test_is_shown (fixture->pane, "Under a compliance hold only an approved template may be sent"));
  g_assert_true (is_in_state (fixture, COR_INTENT_SCHEDULED));
}

/* Closed while it reads, it lives longer than the window it stood over. */
static void
test_outlives (CorTestPane  *fixture,
               gconstpointer unused)
{
  GtkWindow *parent = g_object_ref_sink (GTK_WINDOW (gtk_window_new ()));
  gpointer   seen = parent;
  g_autoptr (GtkWindow) dialog = NULL;

  open_far_away (fixture);
  gtk_window_present (parent);
  dialog = g_object_ref (GTK_WINDOW (cor_send_later_dialog_new (fixture->session, parent, cor_test_desk_find (&fixture->desk, NUMBER), FALSE, 0)));
  gtk_window_present (dialog);
  cor_test_until (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  g_assert_true (gtk_window_get_transient_for (dialog) == parent);
  gtk_window_close (dialog);
  cor_test_until (cor_test_find_window (COR_TYPE_SEND_LATER_DIALOG) == NULL);

  g_object_add_weak_pointer (G_OBJECT (parent), &seen);
  gtk_window_destroy (parent);
  g_object_unref (parent);
  cor_test_until (seen == NULL);
  g_assert_null (gtk_window_get_transient_for (dialog));
}

#define ADD(path, func) g_test_add (path, CorTestPane, NULL, cor_test_pane_set_up, func, cor_test_pane_tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  cor_test_init (&argc, &argv);
  cor_test_allow_library_warnings ();
  adw_init ();
  ADD ("/send-later/schedule", test_schedule);
  ADD ("/send-later/passed", test_passed);
  ADD ("/send-later/then", test_then);
  ADD ("/send-later/held", test_held);
  ADD ("/send-later/outlives", test_outlives);
  return cor_test_run ();
}
