/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-conversation-pane.h"
#include "cor-page.h"
#include "cor-payment-case.h"
#include "cor-reply-insert.h"
#include "cor-store-templates.h"
#include "cor-template-popover.h"
#include "cor-template-coverage.h"
#include "cor-template-editor.h"
#include "cor-template-pane.h"
#include "cor-template-row.h"
#include "cor-templates-page.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-queries.h"
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

/* Before the first synchronisation there are none, and that is said. */
static void
test_none (CorTestPane  *fixture,
           gconstpointer unused)
{
  cor_test_pane_open (fixture, "20481", "谢谢。另外");
  type (fixture, "/");
  cor_test_until (is_open (fixture) && cor_test_is_shown (get_popover (fixture), "There are no templates here yet"));
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

/* Nothing that is typed is an error or makes it wider; what no template says finds none. */
static void
test_wrong_queries (CorTestPane  *fixture,
                    gconstpointer unused)
{
  int width = 0;

  type (fixture, "/");
  search (fixture, "hel", "hello");
  cor_test_until ((width = gtk_widget_get_width (get_popover (fixture))) > 0); /* it is placed after it is filled */
  for (guint i = 0; i < cor_test_n_queries; i++)
    {
      g_autofree char *text = cor_test_query_dup_text (&cor_test_queries[i]);
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      g_test_message ("%.40s", cor_test_queries[i].text);
      gtk_editable_set_text (GTK_EDITABLE (get_search (fixture)), valid);
      if (cor_test_queries[i].kind == COR_TEST_QUERY_NONE && *g_strstrip (text) != '\0')
        cor_test_until (cor_test_is_shown (get_popover (fixture), "No template is called so, or says so."));
      g_assert_cmpint (gtk_widget_get_width (get_popover (fixture)), ==, width);
    }
  search (fixture, "less", "less");
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
  cor_test_activate (beside, COR_REPLY_USE_TEMPLATE, "s", "less");
  cor_test_until (is_open (fixture) && has_first (fixture, "less"));
}

static GtkEventController *
find_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return controller; /* the widget keeps it */
    }
  return NULL;
}

static gboolean
press (GtkWidget *widget,
       guint      key)
{
  gboolean is_taken = FALSE;

  g_signal_emit_by_name (find_keys (widget), "key-pressed", key, 0u, (GdkModifierType) 0, &is_taken);
  return is_taken;
}

/* The page for who keeps them: a text by its language, approved by name, and a copy of one's own. */
static void
test_page (CorTestPane  *fixture,
           gconstpointer unused)
{
  GtkWidget     *window = gtk_window_new ();
  GtkWidget     *page = g_object_new (COR_TYPE_TEMPLATES_PAGE, NULL);
  GtkWidget     *table = NULL, *list = NULL, *reviewer = NULL;
  GtkListBoxRow *row = NULL;

  cor_page_set_session (COR_PAGE (page), fixture->session);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700); /* list and text beside each other */
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  cor_test_until (cor_test_is_shown (page, "Why less arrived"));
  cor_templates_page_show_languages (COR_TEMPLATES_PAGE (page), TRUE);
  table = cor_test_find (page, COR_TYPE_TEMPLATE_COVERAGE, NULL);
  list = cor_test_find (table, GTK_TYPE_LIST_BOX, NULL);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1);
  gtk_list_box_select_row (GTK_LIST_BOX (list), row);
  g_assert_true (press (list, GDK_KEY_Right));
  g_assert_true (press (list, GDK_KEY_Right)); /* there is one language: it stays there */
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Why less arrived");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Chinese (Simplified) (zh-Hans): Draft");
  g_signal_emit_by_name (list, "row-activated", row);
  cor_test_until (cor_test_is_shown (page, "对方收到"));

  /* it is in a popover that is not open */
  reviewer = GTK_WIDGET (gtk_widget_get_template_child (cor_test_find (page, COR_TYPE_TEMPLATE_PANE, NULL), COR_TYPE_TEMPLATE_PANE, "reviewer"));
  gtk_editable_set_text (GTK_EDITABLE (reviewer), "Ines Alves");
  g_signal_emit_by_name (reviewer, "activate");
  cor_test_until (cor_test_is_shown (page, "Approved by Ines Alves"));
  cor_test_click (page, "Retire");
  cor_test_until (cor_test_is_shown (page, "Retired"));
  cor_test_activate (cor_test_find (page, COR_TYPE_TEMPLATE_PANE, NULL), "templates.duplicate", NULL);
  cor_test_until (cor_test_is_shown (cor_test_find (page, COR_TYPE_TEMPLATE_PANE, NULL), "Your own"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* It opens with the text that who sits there reads, keeps to what she asked for, and comes back to it. */
static void
test_first_text (CorTestPane  *fixture,
                 gconstpointer unused)
{
  GtkWidget          *window = gtk_window_new ();
  GtkWidget          *pane = g_object_new (COR_TYPE_TEMPLATE_PANE, NULL);
  CorTemplate        *both = new_template ("both", "Both", "both", "您好！");
  CorTemplateVariant *english = cor_template_variant_new ();
  g_autoptr (CorTemplateItem) item = NULL;
  g_autoptr (CorTemplateItem) chinese = cor_template_item_new (new_template ("chinese", "Chinese", "chinese", "再见！"));

  english->locale = g_strdup ("en");
  english->text = g_strdup ("Good day!");
  g_ptr_array_add (both->variants, english);
  item = cor_template_item_new (both);
  cor_template_pane_set_session (COR_TEMPLATE_PANE (pane), fixture->session);
  gtk_window_set_child (GTK_WINDOW (window), pane);
  gtk_window_present (GTK_WINDOW (window));
  cor_template_pane_show (COR_TEMPLATE_PANE (pane), item, NULL);
  cor_test_until (cor_test_is_shown (pane, "Good day!"));
  cor_template_pane_show (COR_TEMPLATE_PANE (pane), chinese, NULL);
  cor_test_until (cor_test_is_shown (pane, "再见！"));
  cor_template_pane_show (COR_TEMPLATE_PANE (pane), item, NULL);
  cor_test_until (cor_test_is_shown (pane, "Good day!"));
  cor_template_pane_show (COR_TEMPLATE_PANE (pane), item, "zh-Hans");
  cor_test_until (cor_test_is_shown (pane, "您好！"));
  cor_template_pane_show (COR_TEMPLATE_PANE (pane), item, NULL);
  cor_test_until (cor_test_is_shown (pane, "您好！"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One's own is written with its faults named and marked, and kept once it is in order. */
static void
test_editor (CorTestPane  *fixture,
             gconstpointer unused)
{
  GtkWidget     *window = gtk_window_new ();
  GtkWidget     *page = g_object_new (COR_TYPE_TEMPLATES_PAGE, NULL);
  GtkWidget     *editor = NULL, *save = NULL;
  GtkTextBuffer *buffer = NULL;
  GtkTextTag    *fault = NULL;
  GtkTextIter    place;

  cor_page_set_session (COR_PAGE (page), fixture->session);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700); /* list and text beside each other */
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  cor_test_activate (page, "templates.new", NULL);
  editor = cor_test_find_window (COR_TYPE_TEMPLATE_EDITOR);
  save = cor_test_find (editor, GTK_TYPE_BUTTON, "_Save");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (cor_test_find (editor, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_set_text (buffer, "Hello,\n{{contact.nmae}}", -1);
  g_assert_true (cor_test_is_shown (editor, "Line 2, column 3: there is no variable “contact.nmae”"));
  fault = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "fault");
  gtk_text_buffer_get_iter_at_line_offset (buffer, &place, 1, 2);
  g_assert_true (gtk_text_iter_starts_tag (&place, fault));
  g_assert_false (gtk_widget_get_sensitive (save));

  gtk_text_buffer_set_text (buffer, "Hello {{contact.name}}.", -1);
  g_assert_true (cor_test_is_shown (editor, "A template needs a title"));
  gtk_editable_set_text (GTK_EDITABLE (cor_test_find (editor, ADW_TYPE_ENTRY_ROW, NULL)), "My first one");
  g_assert_true (gtk_widget_get_sensitive (save));
  cor_test_click (editor, "_Save");
  cor_test_until (cor_test_find_window (COR_TYPE_TEMPLATE_EDITOR) == NULL);
  cor_test_until (cor_test_is_shown (cor_test_find (page, COR_TYPE_TEMPLATE_PANE, NULL), "My first one"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A template is filled in from the payment also for an agent who did not look at it before. */
static void
test_payment (CorTestPane  *fixture,
              gconstpointer unused)
{
  CorPaymentCase *payment_case = cor_session_get_payment_case (fixture->session);

  cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "9", .channel = COR_CHANNEL_EMAIL, .name = "Ana Gil", .about_json = "{\"payment_refs\":[{\"reference\":\"CP-70999\",\"role\":\"payer\"}]}", .at = 5000 });
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ "9", COR_MESSAGE_INCOMING, COR_SENDER_CUSTOMER, .text = "Less arrived.", .at = 5000 });
  cor_test_pane_open (fixture, "9", "Less arrived.");
  cor_test_until (g_strcmp0 (cor_payment_case_get_reference (payment_case), "CP-70999") == 0 && cor_payment_case_is_loaded (payment_case));
  cor_test_pane_settle (fixture);
  g_assert_false (cor_payment_case_is_asking (payment_case));
  cor_test_activate (fixture->pane, "conversation.template", NULL);
  cor_test_until (cor_payment_case_is_asking (payment_case));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  adw_init ();

  g_test_add ("/templates/slash", CorTestPane, NULL, set_up, test_slash, tear_down);
  g_test_add ("/templates/wrong-queries", CorTestPane, NULL, set_up, test_wrong_queries, tear_down);
  g_test_add ("/templates/escape", CorTestPane, NULL, set_up, test_escape, tear_down);
  g_test_add ("/templates/gap", CorTestPane, NULL, set_up, test_gap, tear_down);
  g_test_add ("/templates/from-beside", CorTestPane, NULL, set_up, test_from_beside, tear_down);
  g_test_add ("/templates/none", CorTestPane, NULL, cor_test_pane_set_up, test_none, tear_down);
  g_test_add ("/templates/page", CorTestPane, NULL, set_up, test_page, tear_down);
  g_test_add ("/templates/first-text", CorTestPane, NULL, set_up, test_first_text, tear_down);
  g_test_add ("/templates/editor", CorTestPane, NULL, set_up, test_editor, tear_down);
  g_test_add ("/templates/payment", CorTestPane, NULL, set_up, test_payment, tear_down);

  return cor_test_run ();
}
