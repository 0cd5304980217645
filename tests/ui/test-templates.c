/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-conversation-pane.h"
#include "cor-reply-insert.h"
#include "cor-store-templates.h"
#include "cor-template-popover.h"
#include "cor-template-row.h"
#include "cor-test-await.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"

#include <adwaita.h>
#include <string.h>

/* A template by “/”: found, filled, put into the reply; and what is left open. */

static CorTemplate *
new_template (const char *id,
              const char *title,
              const char *shortcut,
              const char *chinese)
{
  CorTemplate *template = cor_template_new ();
  CorTemplateVariant *variant = cor_template_variant_new ();

  template->id = g_strdup (id);
  template->title = g_strdup (title);
  template->shortcut = g_strdup (shortcut);
  template->channels = g_strdup ("any");
  template->source_locale = g_strdup ("zh-Hans");
  variant->locale = g_strdup ("zh-Hans");
  variant->text = g_strdup (chinese);
  g_ptr_array_add (template->variants, variant);
  return template;
}

static void
put_templates (CorTestPane *fixture)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_free);
  g_auto (CorTestAwait) await = { 0 };

  g_ptr_array_add (templates, new_template ("hello", "Greeting", "hello", "{{contact.name}}，您好！"));
  g_ptr_array_add (templates, new_template ("less", "Why less arrived", "less", "对方收到 {{payment.credited_amount | money}}。"));
  cor_store_put_templates_async (fixture->desk.store, 0, "pack:p", templates, NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_templates_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static GtkWidget *
get_popover (CorTestPane *fixture)
{
  return cor_test_find (fixture->pane, COR_TYPE_TEMPLATE_POPOVER, NULL);
}

/* Not cor_test_pane_tear_down(): GTK 4.8 keeps a popover that was on a screen without a window manager, now and then,
 * and with it what it shows; so that all goes is not asserted here. */
static void
tear_down (CorTestPane  *fixture,
           gconstpointer unused)
{
  GtkWidget *popover = get_popover (fixture);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  cor_test_pane_settle (fixture);
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->session);
  g_object_unref (fixture->desk.store);
  cor_test_remove_dir (fixture->desk.dir);
  g_free (fixture->desk.dir);
}

static void
set_up (CorTestPane  *fixture,
        gconstpointer unused)
{
  cor_test_pane_set_up (fixture, NULL);
  put_templates (fixture);
  cor_test_pane_open (fixture, "20481", "谢谢。另外");
}

/* As somebody types: within one user's action, as a key or an input method has it. */
static void
type (CorTestPane *fixture,
      const char  *text)
{
  g_assert_true (gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (cor_test_pane_get_editor (fixture)), text, -1, TRUE));
}

static gboolean
is_open (CorTestPane *fixture)
{
  return get_popover (fixture) != NULL;
}

static GtkWidget *
get_search (CorTestPane *fixture)
{
  return cor_test_find (get_popover (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);
}

static gboolean
has_first (CorTestPane *fixture,
           const char  *id)
{
  GtkWidget     *list = cor_test_find (get_popover (fixture), GTK_TYPE_LIST_BOX, NULL);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));

  return row != NULL && g_str_equal (cor_template_item_get_id (cor_template_row_get_item (COR_TEMPLATE_ROW (row))), id);
}

static void
search (CorTestPane *fixture,
        const char  *query,
        const char  *id)
{
  cor_test_until (is_open (fixture));
  gtk_editable_set_text (GTK_EDITABLE (get_search (fixture)), query);
  /* and its text is there */
  cor_test_until (has_first (fixture, id) && cor_test_find (get_popover (fixture), GTK_TYPE_BUTTON, "Insert") != NULL);
}

/* “/” opens it and is gone when the text is there; undoing brings it back; nothing else opens it. */
static void
test_slash (CorTestPane  *fixture,
            gconstpointer unused)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (cor_test_pane_get_editor (fixture));

  type (fixture, "1/");
  type (fixture, "2");
  g_assert_false (is_open (fixture));
  type (fixture, " ");
  type (fixture, "/");
  search (fixture, "hel", "hello");
  g_signal_emit_by_name (get_search (fixture), "activate");
  cor_test_until (cor_test_pane_has_text (fixture, "1/2 Li Wei 李伟，您好！"));
  g_assert_false (is_open (fixture));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (cor_test_pane_get_editor (fixture))));

  gtk_text_buffer_undo (buffer);
  g_assert_true (cor_test_pane_has_text (fixture, "1/2 /"));
  g_assert_false (is_open (fixture));
  gtk_text_buffer_redo (buffer);
  g_assert_true (cor_test_pane_has_text (fixture, "1/2 Li Wei 李伟，您好！"));
  g_assert_false (is_open (fixture));
}

/* Who wanted a slash has it. */
static void
test_escape (CorTestPane  *fixture,
             gconstpointer unused)
{
  type (fixture, "/");
  search (fixture, "hel", "hello");
  g_signal_emit_by_name (get_search (fixture), "stop-search");
  cor_test_until (!is_open (fixture));
  g_assert_true (cor_test_pane_has_text (fixture, "/"));
  cor_test_until (gtk_widget_has_focus (GTK_WIDGET (cor_test_pane_get_editor (fixture))));
}

/* What is not known is asked for; what is left open is marked and stops the sending until it is filled in. */
static void
test_gap (CorTestPane  *fixture,
          gconstpointer unused)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (cor_test_pane_get_editor (fixture));
  GtkTextTag    *tag = NULL;
  GtkTextIter    at;
  GtkWidget     *field = NULL;

  type (fixture, "/");
  search (fixture, "less", "less");
  cor_test_until (cor_test_is_shown (get_popover (fixture), "Not filled in: payment.credited_amount"));
  g_signal_emit_by_name (get_search (fixture), "activate");
  g_assert_true (is_open (fixture));
  field = gtk_root_get_focus (gtk_widget_get_root (get_popover (fixture)));
  g_assert_nonnull (gtk_widget_get_ancestor (field, GTK_TYPE_ENTRY));
  cor_test_click (get_popover (fixture), "Insert");
  cor_test_until (cor_test_pane_has_text (fixture, "对方收到 {{payment.credited_amount | money}}。"));

  tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "gap");
  gtk_text_buffer_get_iter_at_offset (buffer, &at, 6);
  g_assert_true (gtk_text_iter_has_tag (&at, tag));
  gtk_text_buffer_get_iter_at_offset (buffer, &at, 0);
  g_assert_false (gtk_text_iter_has_tag (&at, tag));
  gtk_widget_activate_action (fixture->pane, "conversation.send", NULL);
  g_assert_false (cor_test_pane_has_text (fixture, ""));
  g_assert_true (cor_test_is_shown (fixture->pane, "Not filled in: payment.credited_amount"));

  type (fixture, " 谢谢");
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_ancestor (cor_test_find (fixture->pane, GTK_TYPE_LABEL, "Fill in"), GTK_TYPE_MENU_BUTTON)));
  field = cor_test_find (fixture->pane, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (field), "905 EUR");
  g_signal_emit_by_name (field, "activate");
  cor_test_until (cor_test_pane_has_text (fixture, "对方收到 €905.00。 谢谢"));
}

/* From beside the conversation, with the template chosen already. */
static void
test_from_beside (CorTestPane  *fixture,
                  gconstpointer unused)
{
  GtkWidget *beside = GTK_WIDGET (fixture->window);

  gtk_widget_insert_action_group (beside, "reply", cor_conversation_pane_get_reply_actions (COR_CONVERSATION_PANE (fixture->pane)));
  gtk_widget_activate_action (beside, COR_REPLY_USE_TEMPLATE, "s", "less");
  cor_test_until (is_open (fixture) && has_first (fixture, "less"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add ("/templates/slash", CorTestPane, NULL, set_up, test_slash, tear_down);
  g_test_add ("/templates/escape", CorTestPane, NULL, set_up, test_escape, tear_down);
  g_test_add ("/templates/gap", CorTestPane, NULL, set_up, test_gap, tear_down);
  g_test_add ("/templates/from-beside", CorTestPane, NULL, set_up, test_from_beside, tear_down);

  return g_test_run ();
}
