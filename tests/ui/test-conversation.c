/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-bubble.h"
#include "cor-change-bar.h"
#include "cor-composer.h"
#include "cor-conversation-pane.h"
#include "cor-guard-banner.h"
#include "cor-intent-bar.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"
#include "cor-timeline-row.h"
#include "cor-timeline-view.h"
#include "cor-typing-line.h"

#include <adwaita.h>

static void
test_shows_the_conversation (CorTestPane  *fixture,
                             gconstpointer unused)
{
  g_assert_true (cor_test_is_shown (fixture->pane, "Choose a conversation") || !gtk_widget_get_mapped (fixture->pane));
  cor_test_pane_open (fixture, "20481", "谢谢。另外");
  g_assert_true (cor_test_is_shown (fixture->pane, "Li Wei"));
  g_assert_true (cor_test_is_shown (fixture->pane, "WeChat · #20481"));
  g_assert_true (cor_test_is_shown (fixture->pane, "Private note · you"));
  cor_test_until (cor_test_is_shown (fixture->pane, "Only WeChat")); /* he also wrote elsewhere */
  g_assert_true (cor_test_is_shown (fixture->pane, "payment-delay"));

  cor_test_pane_open (fixture, "20476", "O certo termina");
  g_assert_true (cor_test_is_shown (fixture->pane, "Not sent. The customer wrote again"));
  g_assert_nonnull (cor_test_find (fixture->pane, GTK_TYPE_BUTTON, "Send as it is"));
  g_assert_false (cor_test_is_shown (fixture->pane, "谢谢。另外"));
}

static void
test_send_and_undo (CorTestPane  *fixture,
                    gconstpointer unused)
{
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  g_assert_false (gtk_widget_activate_action (fixture->pane, "conversation.send", NULL) && cor_test_pane_has_text (fixture, "x"));
  cor_test_pane_type (fixture, "   ");
  g_assert_false (gtk_widget_get_sensitive (cor_test_find (fixture->pane, GTK_TYPE_BUTTON, "Send")));
  cor_test_pane_type (fixture, "Buenos días");
  g_assert_true (gtk_widget_get_sensitive (cor_test_find (fixture->pane, GTK_TYPE_BUTTON, "Send")));
  cor_test_activate (fixture->pane, "conversation.send", NULL);
  cor_test_until (cor_test_pane_has_text (fixture, ""));
  cor_test_until (cor_test_is_shown (fixture->pane, "Sends in"));
  cor_test_activate (fixture->pane, "conversation.undo-send", NULL);
  cor_test_until (cor_test_pane_has_text (fixture, "   Buenos días"));
  cor_test_until (!cor_test_is_shown (fixture->pane, "Sends in"));
}

/* Local id of what the outbox has of Marta's, or 0. */
static gint64
find_intent (CorTestPane  *fixture,
             CorIntentKind kind)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;
  gint64 conversation = cor_test_desk_find (&fixture->desk, "20460");

  cor_store_list_outbox_async (fixture->desk.store, NULL, cor_test_on_result, &await);
  outbox = cor_store_list_outbox_finish (fixture->desk.store, cor_test_await (&await), NULL);
  for (guint i = 0; i < outbox->len; i++)
    if (((CorIntentData *) outbox->pdata[i])->kind == kind && ((CorIntentData *) outbox->pdata[i])->conversation == conversation)
      return ((CorIntentData *) outbox->pdata[i])->id;
  return 0;
}

static gint64
find_status_change (CorTestPane *fixture)
{
  return find_intent (fixture, COR_INTENT_STATUS);
}

static void
send_at_once (CorTestPane *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_set_setting_async (fixture->desk.store, fixture->desk.account, "undo-email", "0", NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_set_setting_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

/* What the bar below a reply says ends so. */
static gboolean
is_said_last (GtkWidget  *widget,
              const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_has_suffix (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_said_last (child, words))
      return TRUE;
  return FALSE;
}

/* The conversation stays as it is until the desk has the reply: no change of it is asked for before, and none is left of a
 * reply that was taken back. */
static void
test_send_and_resolve (CorTestPane  *fixture,
                       gconstpointer unused)
{
  gint64 reply;

  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  cor_test_pane_type (fixture, "Buenos días");
  cor_test_activate (fixture->pane, "conversation.send-and", "s", "reply");
  cor_test_until (is_said_last (fixture->pane, "Then snoozed"));
  g_assert_cmpint (find_status_change (fixture), ==, 0);
  g_assert_true (cor_test_is_shown (fixture->pane, "Resolve"));
  cor_test_activate (fixture->pane, "conversation.undo-send", NULL);
  cor_test_until (cor_test_pane_has_text (fixture, "Buenos días"));

  send_at_once (fixture);
  cor_test_activate (fixture->pane, "conversation.send-and", "s", "resolve");
  cor_test_until (is_said_last (fixture->pane, "Then resolved"));
  reply = find_intent (fixture, COR_INTENT_REPLY);
  cor_test_desk_move (&fixture->desk, &(CorIntentMove){ .intent = reply, .step = COR_STEP_SEND });
  cor_test_desk_move (&fixture->desk, &(CorIntentMove){ .intent = reply, .step = COR_STEP_REJECT, .detail = "Content is too long" });
  cor_test_until (is_said_last (fixture->pane, "Resolved only once it is sent"));
  g_assert_cmpint (find_status_change (fixture), ==, 0);
  cor_test_activate (fixture->pane, "intent.retry", "x", reply);
  cor_test_until (!is_said_last (fixture->pane, "Resolved only once it is sent"));
  cor_test_desk_move (&fixture->desk, &(CorIntentMove){ .intent = reply, .step = COR_STEP_SEND });
  cor_test_desk_move (&fixture->desk, &(CorIntentMove){ .intent = reply, .step = COR_STEP_ACCEPT });
  cor_test_until (find_status_change (fixture) != 0);
  cor_test_until (cor_test_is_shown (fixture->pane, "Reopen"));
}

static void
test_drafts_stay_apart (CorTestPane  *fixture,
                        gconstpointer unused)
{
  cor_test_pane_open (fixture, "20481", "谢谢。另外");
  cor_test_pane_type (fixture, "for Li Wei");
  cor_test_activate (fixture->pane, "conversation.note", NULL);
  g_assert_true (cor_test_pane_has_text (fixture, ""));
  cor_test_pane_type (fixture, "for colleagues");
  cor_test_pane_open (fixture, "20477", "متى سيصل");
  g_assert_true (cor_test_pane_has_text (fixture, ""));
  cor_test_pane_open (fixture, "20481", "谢谢。另外");
  g_assert_true (cor_test_pane_has_text (fixture, "for Li Wei"));
  cor_test_activate (fixture->pane, "conversation.note", NULL);
  g_assert_true (cor_test_pane_has_text (fixture, "for colleagues"));
}

static void
test_note_is_private (CorTestPane  *fixture,
                      gconstpointer unused)
{
  cor_test_pane_open (fixture, "20481", "谢谢。另外");
  cor_test_activate (fixture->pane, "conversation.note", NULL);
  cor_test_pane_type (fixture, "never for the customer");
  cor_test_activate (fixture->pane, "conversation.send", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "never for the customer"));
  g_assert_nonnull (cor_test_find (fixture->pane, GTK_TYPE_BUTTON, "Add note"));
}

static void
test_colleague_while_writing (CorTestPane  *fixture,
                              gconstpointer unused)
{
  CorGuardBanner *banner = COR_GUARD_BANNER (cor_test_find (fixture->pane, COR_TYPE_GUARD_BANNER, NULL));

  cor_test_pane_open (fixture, "20466", "送金の手数料");
  cor_test_pane_type (fixture, "Ich");
  g_assert_null (cor_guard_banner_get_text (banner));
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = "20466", .kind = COR_MESSAGE_OUTGOING, .sender = COR_SENDER_AGENT, .sender_id = "8", .sender_name = "Tomás Ferreira", .text = "一律10米ドルです。", .at = fixture->desk.now });
  cor_test_until (cor_guard_banner_get_text (banner) != NULL);
  g_assert_true (g_str_has_prefix (cor_guard_banner_get_text (banner), "Tomás Ferreira replied"));
}

static void
test_resolve (CorTestPane  *fixture,
              gconstpointer unused)
{
  cor_test_pane_open (fixture, "20481", "谢谢。另外");
  g_assert_true (cor_test_is_shown (fixture->pane, "Resolve"));
  cor_test_activate (fixture->pane, "conversation.resolve", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Reopen"));
  cor_test_activate (fixture->pane, "conversation.assign", "s", "8");
  cor_test_until (cor_test_is_shown (fixture->pane, "Tomás"));
  cor_test_activate (fixture->pane, "conversation.add-label", "s", "returned");
  cor_test_until (cor_test_is_shown (fixture->pane, "returned"));
  cor_test_activate (fixture->pane, "conversation.remove-label", "s", "returned");
  cor_test_until (!cor_test_is_shown (fixture->pane, "returned"));
}

static void
test_whole_mail (CorTestPane  *fixture,
                 gconstpointer unused)
{
  GtkWidget *button;

  cor_test_pane_open (fixture, "20420", "Dear team");
  g_assert_true (cor_test_is_shown (fixture->pane, "Which documents for a new supplier?"));
  g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (cor_test_find (fixture->pane, GTK_TYPE_LABEL, "Dear team"))), "Best regards"));
  button = cor_test_find (fixture->pane, GTK_TYPE_BUTTON, "Show whole mail");
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (cor_test_find (fixture->pane, GTK_TYPE_LABEL, "Dear team"))), "Best regards"));
}

static double
get_y (GtkWidget  *scrolled,
       const char *text)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (cor_test_find (scrolled, GTK_TYPE_LABEL, text), scrolled, &bounds))
    return -1;
  return bounds.origin.y;
}

/* A message that is in sight, by its text. */
static char *
dup_middle (GtkWidget *scrolled)
{
  for (guint i = 139; i > 0; i--)
    {
      g_autofree char *text = g_strdup_printf ("message %u", i);
      GtkWidget       *label = cor_test_find (scrolled, GTK_TYPE_LABEL, text);
      double           y = label ? get_y (scrolled, text) : -1;

      if (y > 200 && y < 600)
        return g_steal_pointer (&text);
    }
  g_assert_not_reached ();
}

/* A long thread: opens at its end, stays there while the agent is there, and elsewhere stays put. */
static void
test_scrolling (CorTestPane  *fixture,
                gconstpointer unused)
{
  g_autofree char *middle = NULL;
  GtkAdjustment   *adjustment;
  GtkWidget       *scrolled;
  GListModel      *rows;
  double           y;
  guint            n;

  for (guint i = 0; i < 140; i++)
    {
      g_autofree char *text = g_strdup_printf ("message %u%s", i, i % 3 == 0 ? ", which is one of those that take more than a line because somebody had much to say of it, and then some more" : "");

      cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = "20466", .kind = i % 2 ? COR_MESSAGE_OUTGOING : COR_MESSAGE_INCOMING, .sender = i % 2 ? COR_SENDER_AGENT : COR_SENDER_CUSTOMER, .sender_id = "7", .text = text, .at = fixture->desk.now + i });
    }
  cor_test_pane_open (fixture, "20466", "message 139");
  scrolled = gtk_widget_get_parent (cor_test_find (fixture->pane, GTK_TYPE_LIST_VIEW, NULL));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (cor_test_find (fixture->pane, GTK_TYPE_LIST_VIEW, NULL))));
  cor_test_until (gtk_adjustment_get_upper (adjustment) > 2 * gtk_adjustment_get_page_size (adjustment));
  cor_test_until (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >= gtk_adjustment_get_upper (adjustment) - 2);

  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = "20466", .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = "one more", .at = fixture->desk.now + 200 });
  cor_test_until (cor_test_is_shown (fixture->pane, "one more") && gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >= gtk_adjustment_get_upper (adjustment) - 2);

  n = g_list_model_get_n_items (rows);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - 700);
  cor_test_pane_settle (fixture);
  middle = dup_middle (scrolled);
  y = get_y (scrolled, middle);
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = "20466", .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = "and another", .at = fixture->desk.now + 201 });
  cor_test_until (g_list_model_get_n_items (rows) > n);
  cor_test_pane_settle (fixture);
  g_assert_cmpfloat_with_epsilon (get_y (scrolled, middle), y, 3);

  /* older ones come above, and what was in sight stays in sight */
  n = g_list_model_get_n_items (rows);
  gtk_adjustment_set_value (adjustment, 0);
  cor_test_until (g_list_model_get_n_items (rows) > n + 50);
  cor_test_pane_settle (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 500);
}

/* Every state of an intent says something of its own, and offers what can be done. */
static void
test_intent_bar (CorTestPane  *fixture,
                 gconstpointer unused)
{
  static const struct
  {
    CorIntentState state;
    const char    *text, *offered;
  } cases[] = {
    { COR_INTENT_QUEUED, "Sends in", "Undo" },
    { COR_INTENT_SCHEDULED, "Goes ", "Change time" },
    { COR_INTENT_SENDING, "Sending", NULL },
    { COR_INTENT_UNCERTAIN, "Unsure", "Check now" },
    { COR_INTENT_HELD, "Not sent. A colleague", "Send as it is" },
    { COR_INTENT_FAILED, "Not sent. The desk said: too long", "Retry" },
  };
  GtkWidget *bar = g_object_ref_sink (cor_intent_bar_new ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorTimelineEntry) entry = g_atomic_rc_box_new0 (CorTimelineEntry);
      GtkWidget *button;

      entry->intent = 1;
      entry->state = cases[i].state;
      entry->hold = cases[i].state == COR_INTENT_HELD ? COR_HOLD_COLLEAGUE_REPLIED : COR_HOLD_NONE;
      entry->detail = cases[i].state == COR_INTENT_FAILED ? g_strdup ("too long") : NULL;
      entry->not_before = cor_session_get_now (fixture->session) + 30;
      cor_intent_bar_set_entry (COR_INTENT_BAR (bar), fixture->session, entry);
      g_assert_true (g_str_has_prefix (cor_intent_bar_get_text (COR_INTENT_BAR (bar)), cases[i].text));
      button = cases[i].offered ? cor_test_find (bar, GTK_TYPE_BUTTON, cases[i].offered) : NULL;
      g_assert_true (cases[i].offered == NULL || gtk_widget_get_visible (button));
    }
  g_assert_finalize_object (bar);
}

static const char *
get_change_question (CorTestPane *fixture)
{
  return cor_change_bar_get_text (COR_CHANGE_BAR (cor_test_find (fixture->pane, COR_TYPE_CHANGE_BAR, NULL)));
}

static void
hold_change (CorTestPane *fixture,
             const char  *found)
{
  cor_test_activate (fixture->pane, "conversation.resolve", NULL);
  cor_test_until (find_status_change (fixture) != 0);
  cor_test_desk_move (&fixture->desk, &(CorIntentMove){ .intent = find_status_change (fixture), .step = COR_STEP_HOLD, .hold = COR_HOLD_CONFLICT, .detail = found });
}

/* What a colleague was before is asked about where it was done, and there only. */
static void
test_change_is_asked_about (CorTestPane  *fixture,
                            gconstpointer unused)
{
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  g_assert_null (get_change_question (fixture));
  hold_change (fixture, "pending");
  cor_test_until (get_change_question (fixture) != NULL);
  g_assert_cmpstr (get_change_question (fixture), ==, "Not done: Resolve. It was set to pending meanwhile.");

  cor_test_pane_open (fixture, "20476", "O certo termina");
  g_assert_null (get_change_question (fixture));
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  g_assert_nonnull (get_change_question (fixture));
  cor_test_click (fixture->pane, "Do it all the same");
  cor_test_until (get_change_question (fixture) == NULL);
  g_assert_cmpint (find_status_change (fixture), !=, 0); /* on its way again */

  cor_test_desk_move (&fixture->desk, &(CorIntentMove){ .intent = find_status_change (fixture), .step = COR_STEP_HOLD, .hold = COR_HOLD_CONFLICT, .detail = "snoozed" });
  cor_test_until (g_strcmp0 (get_change_question (fixture), "Not done: Resolve. It was snoozed meanwhile.") == 0);
  cor_test_click (cor_test_find (fixture->pane, COR_TYPE_CHANGE_BAR, NULL), "Discard");
  cor_test_until (get_change_question (fixture) == NULL);
  g_assert_cmpint (find_status_change (fixture), ==, 0);
}

static void
put_typing (CorTestPane *fixture,
            const char  *name,
            gboolean     is_private,
            gboolean     is_on)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_put_typing_async (fixture->desk.store, fixture->desk.account, "20460", name, is_private, is_on, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

/* Who types is said below the messages, of this conversation only, and nothing moves for it. */
static void
test_typing (CorTestPane  *fixture,
             gconstpointer unused)
{
  CorTypingLine *line = COR_TYPING_LINE (cor_test_find (fixture->pane, COR_TYPE_TYPING_LINE, NULL));
  GtkWidget     *view = cor_test_find (fixture->pane, COR_TYPE_TIMELINE_VIEW, NULL);
  int            height;

  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  g_assert_cmpstr (cor_typing_line_get_text (line), ==, "");
  cor_test_until (gtk_widget_get_height (view) > 0);
  height = gtk_widget_get_height (view);
  put_typing (fixture, "Marta", FALSE, TRUE);
  cor_test_until (g_str_equal (cor_typing_line_get_text (line), "Marta is typing…"));
  put_typing (fixture, "Ana", TRUE, TRUE);
  cor_test_until (g_str_equal (cor_typing_line_get_text (line), "Ana and Marta are typing…"));
  put_typing (fixture, "Marta", FALSE, FALSE);
  cor_test_until (g_str_equal (cor_typing_line_get_text (line), "Ana is writing a note…"));
  g_assert_cmpint (gtk_widget_get_height (view), ==, height);

  cor_test_pane_open (fixture, "20476", "O certo termina");
  g_assert_cmpstr (cor_typing_line_get_text (line), ==, "");
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  cor_test_until (g_str_equal (cor_typing_line_get_text (line), "Ana is writing a note…"));
  put_typing (fixture, NULL, FALSE, FALSE);
  cor_test_until (g_str_equal (cor_typing_line_get_text (line), ""));
}

/* Hostile text is shown as text. */
static void
test_bubble_is_safe (CorTestPane  *fixture,
                     gconstpointer unused)
{
  GtkWidget *bubble = g_object_ref_sink (cor_bubble_new ());
  g_autoptr (CorTimelineEntry) entry = g_atomic_rc_box_new0 (CorTimelineEntry);

  entry->id = entry->conversation = 1;
  entry->kind = COR_MESSAGE_INCOMING;
  entry->channel = COR_CHANNEL_WEB;
  entry->content = g_strdup ("<b>not bold</b> & <span size='100000'>big</span> \xe2\x80\xae");
  cor_bubble_set_entry (COR_BUBBLE (bubble), fixture->session, 1, entry);
  g_assert_nonnull (strstr (cor_bubble_get_text (COR_BUBBLE (bubble)), "<b>not bold</b> & <span size='100000'>"));
  g_assert_true (g_str_has_prefix (cor_bubble_get_foot (COR_BUBBLE (bubble)), "Web chat · "));
  g_assert_finalize_object (bubble);
}

static void
on_copied (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static GtkLabel *
find_selectable (GtkWidget *widget)
{
  GtkLabel *found = GTK_IS_LABEL (widget) && gtk_label_get_selectable (GTK_LABEL (widget)) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_selectable (child);
  return found;
}

/* A reference keeps its order among Arabic words, and is copied as nothing but itself. */
static void
test_bubble_mixed_text (CorTestPane  *fixture,
                        gconstpointer unused)
{
  const char *uetr = "97314827-7b6f-4491-a06f-b548d5a7512d";
  GtkWidget  *bubble = g_object_ref_sink (cor_bubble_new ());
  g_autoptr (CorTimelineEntry) entry = g_atomic_rc_box_new0 (CorTimelineEntry);
  g_autofree char *isolated = g_strdup_printf ("\xe2\x81\xa8%s\xe2\x81\xa9", uetr);
  g_autofree char *copied = NULL;
  const char      *text = NULL;
  glong            at;

  entry->id = entry->conversation = 1;
  entry->kind = COR_MESSAGE_INCOMING;
  entry->channel = COR_CHANNEL_WEB;
  entry->content = g_strdup_printf ("رقم التتبع %s لحوالتك", uetr);
  cor_bubble_set_entry (COR_BUBBLE (bubble), fixture->session, 1, entry);
  text = cor_bubble_get_text (COR_BUBBLE (bubble));
  g_assert_nonnull (strstr (text, isolated));
  at = g_utf8_pointer_to_offset (text, strstr (text, isolated));
  gtk_label_select_region (find_selectable (bubble), (int) at, (int) (at + g_utf8_strlen (isolated, -1)));
  g_signal_emit_by_name (find_selectable (bubble), "copy-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (bubble), NULL, on_copied, &copied);
  cor_test_until (copied != NULL);
  g_assert_cmpstr (copied, ==, uetr);
  g_assert_finalize_object (bubble);
}

/* The menu marks who has it; "" is nobody. */
static void
test_assign (CorTestPane  *fixture,
             gconstpointer unused)
{
  g_autofree char *assignee = NULL;

  cor_test_pane_open (fixture, "20481", "谢谢。另外");
  g_object_get (fixture->pane, "assignee", &assignee, NULL);
  g_assert_cmpstr (assignee, ==, "7");
  cor_test_activate (fixture->pane, "conversation.assign", "s", "8");
  cor_test_until (cor_test_is_shown (fixture->pane, "Tomás"));
  g_free (assignee);
  g_object_get (fixture->pane, "assignee", &assignee, NULL);
  g_assert_cmpstr (assignee, ==, "8");
  cor_test_activate (fixture->pane, "conversation.assign", "s", "");
  cor_test_until (cor_test_is_shown (fixture->pane, "Nobody"));
  g_free (assignee);
  g_object_get (fixture->pane, "assignee", &assignee, NULL);
  g_assert_cmpstr (assignee, ==, "");
}

/* Until a conversation is read, nothing of the one before is left to be taken for it, and bubbles without words
 * stand in for it; but not for the moment that it takes as a rule. */
static void
test_opening (CorTestPane  *fixture,
              gconstpointer unused)
{
  CorTimelineView *view = COR_TIMELINE_VIEW (cor_test_find (fixture->pane, COR_TYPE_TIMELINE_VIEW, NULL));
  GtkWidget       *skeleton = gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  cor_test_pane_open (fixture, "20481", "谢谢。另外");
  g_assert_false (gtk_widget_has_css_class (fixture->pane, "opening"));
  cor_conversation_pane_set_conversation (COR_CONVERSATION_PANE (fixture->pane), cor_test_desk_find (&fixture->desk, "20476"));
  g_assert_true (gtk_widget_has_css_class (fixture->pane, "opening"));
  cor_test_until (cor_test_is_shown (fixture->pane, "O certo termina"));
  g_assert_false (gtk_widget_has_css_class (fixture->pane, "opening"));
  g_assert_false (gtk_widget_get_visible (skeleton));

  cor_conversation_pane_set_conversation (COR_CONVERSATION_PANE (fixture->pane), 0); /* nothing is read now */
  cor_timeline_view_set_opening (view, TRUE);
  g_assert_false (gtk_widget_get_visible (skeleton));
  cor_test_until (gtk_widget_get_visible (skeleton));
  cor_timeline_view_set_opening (view, FALSE);
  g_assert_false (gtk_widget_get_visible (skeleton));
}

/* What cannot come now is not said to be coming. */
static void
test_loading_row (CorTestPane  *fixture,
                  gconstpointer unused)
{
  CorTimelineRow *row = COR_TIMELINE_ROW (g_object_ref_sink (cor_timeline_row_new ()));
  g_autoptr (CorTimelineItem) item = cor_timeline_item_new (COR_TIMELINE_LOADING, 0);

  cor_timeline_row_set_item (row, fixture->session, 1, item);
  g_assert_cmpstr (cor_timeline_row_get_text (row), ==, "Loading older messages…");
  cor_timeline_row_set_offline (row, TRUE);
  g_assert_cmpstr (cor_timeline_row_get_text (row), ==, "Older messages come when there is a connection");
  cor_timeline_row_set_offline (row, FALSE);
  g_assert_cmpstr (cor_timeline_row_get_text (row), ==, "Loading older messages…");
  g_assert_finalize_object (row);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/conversation/shows", CorTestPane, NULL, cor_test_pane_set_up, test_shows_the_conversation, cor_test_pane_tear_down);
  g_test_add ("/conversation/send-and-resolve", CorTestPane, NULL, cor_test_pane_set_up, test_send_and_resolve, cor_test_pane_tear_down);
  g_test_add ("/conversation/send-and-undo", CorTestPane, NULL, cor_test_pane_set_up, test_send_and_undo, cor_test_pane_tear_down);
  g_test_add ("/conversation/drafts", CorTestPane, NULL, cor_test_pane_set_up, test_drafts_stay_apart, cor_test_pane_tear_down);
  g_test_add ("/conversation/note", CorTestPane, NULL, cor_test_pane_set_up, test_note_is_private, cor_test_pane_tear_down);
  g_test_add ("/conversation/colleague", CorTestPane, NULL, cor_test_pane_set_up, test_colleague_while_writing, cor_test_pane_tear_down);
  g_test_add ("/conversation/resolve", CorTestPane, NULL, cor_test_pane_set_up, test_resolve, cor_test_pane_tear_down);
  g_test_add ("/conversation/whole-mail", CorTestPane, NULL, cor_test_pane_set_up, test_whole_mail, cor_test_pane_tear_down);
  g_test_add ("/conversation/scrolling", CorTestPane, NULL, cor_test_pane_set_up, test_scrolling, cor_test_pane_tear_down);
  g_test_add ("/conversation/assign", CorTestPane, NULL, cor_test_pane_set_up, test_assign, cor_test_pane_tear_down);
  g_test_add ("/conversation/opening", CorTestPane, NULL, cor_test_pane_set_up, test_opening, cor_test_pane_tear_down);
  g_test_add ("/conversation/loading-row", CorTestPane, NULL, cor_test_pane_set_up, test_loading_row, cor_test_pane_tear_down);
  g_test_add ("/conversation/intent-bar", CorTestPane, NULL, cor_test_pane_set_up, test_intent_bar, cor_test_pane_tear_down);
  g_test_add ("/conversation/change", CorTestPane, NULL, cor_test_pane_set_up, test_change_is_asked_about, cor_test_pane_tear_down);
  g_test_add ("/conversation/typing", CorTestPane, NULL, cor_test_pane_set_up, test_typing, cor_test_pane_tear_down);
  g_test_add ("/conversation/bubble", CorTestPane, NULL, cor_test_pane_set_up, test_bubble_is_safe, cor_test_pane_tear_down);
  g_test_add ("/conversation/bubble-mixed-text", CorTestPane, NULL, cor_test_pane_set_up, test_bubble_mixed_text, cor_test_pane_tear_down);
  return cor_test_run ();
}
