/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-bubble.h"
#include "cor-composer.h"
#include "cor-conversation-pane.h"
#include "cor-store-drafts.h"
#include "cor-template-popover.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"

#include <adwaita.h>

/* Writing a reply: what is pasted and quoted, marks, input methods, right to left. */

#define HEARD "Oi! O dinheiro saiu da conta"

static GtkTextBuffer *
get_buffer (CorTestPane *fixture)
{
  return gtk_text_view_get_buffer (cor_test_pane_get_editor (fixture));
}

/* What happens when a key is pressed in the text. Returns: whether somebody took it. */
static gboolean
press (CorTestPane    *fixture,
       guint           key,
       GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (cor_test_pane_get_editor (fixture)));
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &is_taken);
    }
  return is_taken;
}

/* The action behind a shortcut of the text. */
static gboolean
shortcut (CorTestPane    *fixture,
          guint           key,
          GdkModifierType modifiers)
{
  GtkWidget *view = GTK_WIDGET (cor_test_pane_get_editor (fixture));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) item = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (item);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (item), 0, view, NULL);
        }
    }
  return FALSE;
}

static void
select_text (CorTestPane *fixture,
             int          from,
             int          to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &start, from);
  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &end, to);
  gtk_text_buffer_select_range (get_buffer (fixture), &end, &start);
}

/* Of a page of the browser the words arrive, in one step of Ctrl+Z. */
static void
test_paste (CorTestPane  *fixture,
            gconstpointer unused)
{
  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_pane_type (fixture, "Oi ");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (cor_test_pane_get_editor (fixture))), "your\xc2\xa0pay\xe2\x80\x8bment\r\nof 1\xc2\xa0"
                                                                                                      "000 EUR\r\n\r\n");
  g_signal_emit_by_name (cor_test_pane_get_editor (fixture), "paste-clipboard");
  cor_test_until (cor_test_pane_has_text (fixture, "Oi your payment\nof 1\xc2\xa0"
                                                   "000 EUR"));
  gtk_text_buffer_undo (get_buffer (fixture));
  g_assert_true (cor_test_pane_has_text (fixture, "Oi "));
}

static void
test_quote (CorTestPane  *fixture,
            gconstpointer unused)
{
  GtkWidget       *bubble;
  g_autofree char *text = NULL;

  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_pane_type (fixture, "Claro.");
  bubble = gtk_widget_get_ancestor (cor_test_find (fixture->pane, GTK_TYPE_LABEL, HEARD), COR_TYPE_BUBBLE);
  cor_test_activate (bubble, "bubble.quote", NULL);
  text = cor_test_pane_dup_text (fixture);
  g_assert_true (g_str_has_prefix (text, "> " HEARD));
  g_assert_true (g_str_has_suffix (text, "\n\nClaro."));
  gtk_text_buffer_undo (get_buffer (fixture));
  g_assert_true (cor_test_pane_has_text (fixture, "Claro."));
}

/* Where the customer pointed at a message, its line stands above hers; one that is not here, or was deleted, does not. */
static void
test_answers (CorTestPane  *fixture,
              gconstpointer unused)
{
  g_autofree char *asked = NULL;

  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ "20476", COR_MESSAGE_OUTGOING, COR_SENDER_AGENT, .sender_name = "Sofia", .text = "Qual é o IBAN?\nObrigada", .at = fixture->desk.now + 60 });
  asked = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->desk.ordinal);
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ "20476", COR_MESSAGE_INCOMING, COR_SENDER_CUSTOMER, .text = "Termina em 7712", .answers = asked, .at = fixture->desk.now + 61 });
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ "20476", COR_MESSAGE_INCOMING, COR_SENDER_CUSTOMER, .text = "Outra coisa", .answers = "99999", .at = fixture->desk.now + 62 });
  cor_test_pane_open (fixture, "20476", "Outra coisa");
  cor_test_until (cor_test_is_shown (fixture->pane, "Sofia: Qual é o IBAN? Obrigada"));
}

static char *
dup_draft (CorTestPane *fixture,
           const char  *number)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  cor_store_load_drafts_async (fixture->desk.store, cor_test_desk_find (&fixture->desk, number), NULL, cor_test_on_result, &await);
  drafts = cor_store_load_drafts_finish (fixture->desk.store, cor_test_await (&await), &error);
  return drafts->len > 0 ? g_strdup (((const CorDraft *) drafts->pdata[0])->text) : g_strdup ("");
}

static gboolean
is_on_disk (CorTestPane *fixture,
            const char  *number,
            const char  *text)
{
  g_autofree char *draft = dup_draft (fixture, number);

  return g_str_equal (draft, text);
}

static GtkWidget *
get_composer (CorTestPane *fixture)
{
  return cor_test_find (fixture->pane, COR_TYPE_COMPOSER, NULL);
}

/* Whether a bubble says @text and has the line of what it answers above it. */
static gboolean
is_answered (GtkWidget  *widget,
             const char *text)
{
  if (COR_IS_BUBBLE (widget))
    return cor_test_is_shown (widget, HEARD) && cor_test_is_shown (widget, text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_answered (child, text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_bubble (CorTestPane *fixture,
             const char  *text)
{
  return gtk_widget_get_ancestor (cor_test_find (fixture->pane, GTK_TYPE_LABEL, text), COR_TYPE_BUBBLE);
}

/* One message is answered: it stands above what is written, is there again with it, goes with it, and comes back. */
static void
test_answer (CorTestPane  *fixture,
             gconstpointer unused)
{
  cor_test_pane_open (fixture, "20476", HEARD);
  g_assert_false (cor_test_is_shown (get_composer (fixture), HEARD));
  cor_test_activate (fixture->pane, "conversation.note", NULL);
  cor_test_activate (find_bubble (fixture, HEARD), "bubble.answer", NULL);
  cor_test_until (cor_test_is_shown (get_composer (fixture), HEARD));
  cor_test_pane_type (fixture, "Claro.");
  cor_test_until (is_on_disk (fixture, "20476", "Claro."));
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  g_assert_false (cor_test_is_shown (get_composer (fixture), HEARD));
  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_until (cor_test_is_shown (get_composer (fixture), HEARD));

  /* it was the line above the text that was seen: nothing is sent before the conversation itself is there */
  cor_test_until (is_answered (fixture->pane, HEARD) && cor_composer_can_send (COR_COMPOSER (get_composer (fixture))));
  cor_test_activate (fixture->pane, "conversation.send", NULL);
  cor_test_until (cor_test_pane_has_text (fixture, "") && !cor_test_is_shown (get_composer (fixture), HEARD) && is_answered (fixture->pane, "Claro."));
  cor_test_activate (fixture->pane, "conversation.undo-send", NULL);
  cor_test_until (cor_test_pane_has_text (fixture, "Claro.") && cor_test_is_shown (get_composer (fixture), HEARD));

  g_signal_emit_by_name (gtk_widget_get_next_sibling (cor_test_find (get_composer (fixture), GTK_TYPE_LABEL, HEARD)), "clicked");
  g_assert_false (cor_test_is_shown (get_composer (fixture), HEARD));
  g_assert_true (cor_test_pane_has_text (fixture, "Claro."));
}

/* By mail nobody sees what is answered: one quotes. */
static void
test_no_answer (CorTestPane  *fixture,
                gconstpointer unused)
{
  cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "7", .channel = COR_CHANNEL_EMAIL, .name = "Ana Gil", .at = 5000 });
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ "7", COR_MESSAGE_INCOMING, COR_SENDER_CUSTOMER, .text = "When will it arrive?", .at = 5000 });
  cor_test_pane_open (fixture, "7", "When will it arrive?");
  gtk_widget_activate_action (find_bubble (fixture, "When will it arrive?"), "bubble.answer", NULL);
  cor_test_pane_settle (fixture);
  g_assert_false (cor_test_is_shown (get_composer (fixture), "When will it arrive?"));
}

/* In a note marks are drawn; where a customer would see the stars themselves, no key makes them. */
static void
test_marks (CorTestPane  *fixture,
            gconstpointer unused)
{
  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_pane_type (fixture, "one two");
  select_text (fixture, 4, 7);
  g_assert_false (shortcut (fixture, GDK_KEY_b, GDK_CONTROL_MASK));
  g_assert_true (cor_test_pane_has_text (fixture, "one two"));
  cor_test_activate (fixture->pane, "conversation.note", NULL);
  cor_test_pane_type (fixture, "one two");
  select_text (fixture, 4, 7);
  g_assert_true (shortcut (fixture, GDK_KEY_b, GDK_CONTROL_MASK));
  g_assert_true (cor_test_pane_has_text (fixture, "one **two**"));
  gtk_text_buffer_undo (get_buffer (fixture));
  g_assert_true (cor_test_pane_has_text (fixture, "one two"));
  select_text (fixture, 7, 7);
  g_assert_true (shortcut (fixture, GDK_KEY_i, GDK_CONTROL_MASK));
  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), "x", -1);
  g_assert_true (cor_test_pane_has_text (fixture, "one two_x_"));
  select_text (fixture, 0, 3);
  g_assert_true (shortcut (fixture, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), "a.example", -1);
  g_assert_true (cor_test_pane_has_text (fixture, "[one](https://a.example) two_x_"));
  g_assert_true (shortcut (fixture, GDK_KEY_8, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  g_assert_true (cor_test_pane_has_text (fixture, "- [one](https://a.example) two_x_"));
}

/* While an input method composes, its keys are its own: nothing is sent, no picker opens. */
static void
test_input_method (CorTestPane  *fixture,
                   gconstpointer unused)
{
  GtkWidget *picker;

  cor_test_pane_open (fixture, "20476", HEARD);
  g_assert_true (cor_test_is_shown (fixture->pane, "Write to "));
  g_signal_emit_by_name (cor_test_pane_get_editor (fixture), "preedit-changed", "n");
  g_assert_false (cor_test_is_shown (fixture->pane, "Write to ")); /* the one would stand on the other */
  g_signal_emit_by_name (cor_test_pane_get_editor (fixture), "preedit-changed", "");
  g_assert_true (cor_test_is_shown (fixture->pane, "Write to "));
  picker = cor_test_find (fixture->pane, COR_TYPE_TEMPLATE_POPOVER, NULL);
  cor_test_pane_type (fixture, "nihao");
  g_signal_emit_by_name (cor_test_pane_get_editor (fixture), "preedit-changed", "ni'hao");
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_false (press (fixture, GDK_KEY_slash, 0));
  cor_test_pane_settle (fixture);
  g_assert_true (cor_test_pane_has_text (fixture, "nihao"));
  g_assert_false (picker != NULL && gtk_widget_get_visible (picker));
  g_signal_emit_by_name (cor_test_pane_get_editor (fixture), "preedit-changed", "");
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
}

/* Each paragraph begins where its first letter says, whatever stands in it. */
static void
test_right_to_left (CorTestPane  *fixture,
                    gconstpointer unused)
{
  GtkTextView *view = cor_test_pane_get_editor (fixture);
  GtkTextIter  at;
  GdkRectangle arabic, latin;

  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_pane_type (fixture, "وصلت الحوالة CP-70231\nThank you");
  cor_test_pane_settle (fixture);
  cor_test_until (gtk_widget_get_width (GTK_WIDGET (view)) > 0);
  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &at, 0);
  gtk_text_view_get_iter_location (view, &at, &arabic);
  gtk_text_buffer_get_iter_at_line (get_buffer (fixture), &at, 1);
  gtk_text_view_get_iter_location (view, &at, &latin);
  g_assert_cmpint (arabic.x, >, gtk_widget_get_width (GTK_WIDGET (view)) / 2);
  g_assert_cmpint (latin.x, <, 20);
}

static void
discard (CorTestPane *fixture,
         const char  *text)
{
  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_pane_type (fixture, text);
  cor_test_until (is_on_disk (fixture, "20476", text));
  cor_test_activate (fixture->pane, "conversation.discard-draft", NULL);
  g_assert_true (cor_test_pane_has_text (fixture, ""));
  cor_test_until (cor_test_is_shown (fixture->pane, "Draft discarded"));
}

static void
close_toast (CorTestPane *fixture)
{
  GtkWidget *toast = gtk_widget_get_ancestor (cor_test_find (fixture->pane, GTK_TYPE_LABEL, "Draft discarded"), g_type_from_name ("AdwToastWidget"));

  for (GtkWidget *child = gtk_widget_get_last_child (toast); child != NULL; child = gtk_widget_get_prev_sibling (child))
    if (GTK_IS_BUTTON (child))
      {
        g_signal_emit_by_name (child, "clicked");
        return;
      }
  g_assert_not_reached ();
}

/* Gone from the composer, and there again; meanwhile it is on disk, for whoever closes or crashes. */
static void
test_discard (CorTestPane  *fixture,
              gconstpointer unused)
{
  discard (fixture, "Claro que sim.");
  cor_conversation_pane_flush (COR_CONVERSATION_PANE (fixture->pane));
  cor_test_pane_settle (fixture);
  g_assert_true (is_on_disk (fixture, "20476", "Claro que sim."));
  cor_test_click (fixture->pane, "Undo");
  cor_test_until (cor_test_pane_has_text (fixture, "Claro que sim."));
  cor_test_until (!cor_test_is_shown (fixture->pane, "Draft discarded"));

  /* what was written since is kept as well */
  cor_test_activate (fixture->pane, "conversation.discard-draft", NULL);
  cor_test_pane_type (fixture, "Novo.");
  cor_test_until (is_on_disk (fixture, "20476", "Novo.\n\nClaro que sim."));
  cor_test_activate (fixture->pane, "conversation.undo-discard", NULL);
  cor_test_until (cor_test_pane_has_text (fixture, "Novo.\n\nClaro que sim."));

  /* and by the key of whoever sees an empty text */
  cor_test_activate (fixture->pane, "conversation.discard-draft", NULL);
  g_assert_true (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  cor_test_until (cor_test_pane_has_text (fixture, "Novo.\n\nClaro que sim."));
}

/* With the toast the text goes, here and from the disk; what was written since stays. */
static void
test_discarded (CorTestPane  *fixture,
                gconstpointer unused)
{
  discard (fixture, "Claro.");
  close_toast (fixture);
  cor_test_until (is_on_disk (fixture, "20476", ""));
  g_assert_true (cor_test_pane_has_text (fixture, ""));

  discard (fixture, "Claro.");
  cor_test_pane_type (fixture, "Novo.");
  close_toast (fixture);
  cor_test_until (is_on_disk (fixture, "20476", "Novo."));
  g_assert_true (cor_test_pane_has_text (fixture, "Novo."));
}

/* Faster than a toast comes and goes: nothing is lost, and the last one goes too. */
static void
test_discard_quickly (CorTestPane  *fixture,
                      gconstpointer unused)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_pane_type (fixture, "Pronto.");
  for (guint i = 0; i < 4; i++)
    {
      cor_test_activate (fixture->pane, "conversation.discard-draft", NULL);
      g_assert_true (cor_test_pane_has_text (fixture, ""));
      cor_test_until (cor_test_is_shown (fixture->pane, "Draft discarded"));
      cor_test_activate (fixture->pane, "conversation.undo-discard", NULL);
      cor_test_until (cor_test_pane_has_text (fixture, "Pronto."));
    }
  cor_test_until (!cor_test_is_shown (fixture->pane, "Draft discarded"));
}

/* Who comes back finds it; who has gone on can still have it back; who closes has lost nothing. */
static void
test_discard_and_leave (CorTestPane  *fixture,
                        gconstpointer unused)
{
  discard (fixture, "Claro.");
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  g_assert_true (cor_test_is_shown (fixture->pane, "Draft discarded"));
  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_until (cor_test_pane_has_text (fixture, "Claro."));
  cor_test_until (!cor_test_is_shown (fixture->pane, "Draft discarded"));

  cor_test_activate (fixture->pane, "conversation.discard-draft", NULL);
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  close_toast (fixture);
  cor_test_until (is_on_disk (fixture, "20476", ""));

  discard (fixture, "Sim.");
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  fixture->pane = cor_conversation_pane_new ();
  cor_conversation_pane_set_session (COR_CONVERSATION_PANE (fixture->pane), fixture->session);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->pane);
  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_until (cor_test_pane_has_text (fixture, "Sim."));
}

#define ADD(path, func) g_test_add (path, CorTestPane, NULL, cor_test_pane_set_up, func, cor_test_pane_tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  cor_test_init (&argc, &argv);
  adw_init ();
  ADD ("/writing/paste", test_paste);
  ADD ("/writing/quote", test_quote);
  ADD ("/writing/answers", test_answers);
  ADD ("/writing/answer", test_answer);
  ADD ("/writing/no-answer", test_no_answer);
  ADD ("/writing/discard", test_discard);
  ADD ("/writing/discarded", test_discarded);
  ADD ("/writing/discard-quickly", test_discard_quickly);
  ADD ("/writing/discard-and-leave", test_discard_and_leave);
  ADD ("/writing/marks", test_marks);
  ADD ("/writing/input-method", test_input_method);
  ADD ("/writing/right-to-left", test_right_to_left);
  return cor_test_run ();
}
