/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-context-pane.h"
#include "cor-conversation-pane.h"
#include "cor-ecb-file.h"
#include "cor-knowledge-page.h"
#include "cor-outbox-pane.h"
#include "cor-pack-sync.h"
#include "cor-store-drafts.h"
#include "cor-store-rates.h"
#include "cor-store-translator.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-payment.h"
#include "cor-timeline-view.h"
#include "cor-translation-sync.h"
#include "cor-workbench.h"

#include <adwaita.h>
#include <locale.h>

/*
 * Opens a pane on the story of the pictures, to be looked at: gallery [--pane conversation|outbox|window] [--number N]
 * [--width W] [--height H] [--dark] [--rtl] [--type TEXT] [--no-context] [--opening]. Closing the window ends it.
 */
static char    *pane = NULL;
static char    *number = NULL;
static char    *typed = NULL;
static char    *find = NULL;
static char    *translator = NULL;
static int      tab = 0;
static int      payment = 0;
static gboolean is_page = FALSE;
static char    *page_name = NULL;
static char    *rates = NULL;
static int      width = 915, height = 900;
static int      selected = 0;
static gboolean is_dark = FALSE, has_no_context = FALSE, is_rtl = FALSE, is_opening = FALSE;

static const GOptionEntry entries[] = {
  { "pane", 0, 0, G_OPTION_ARG_STRING, &pane, "conversation, outbox or window", "NAME" },
  { "number", 0, 0, G_OPTION_ARG_STRING, &number, "Number of the conversation", "N" },
  { "tab", 0, 0, G_OPTION_ARG_INT, &tab, "Tab of the context pane, 0 the first", "N" },
  { "payment", 0, 0, G_OPTION_ARG_INT, &payment, "How the payment stands: 0 at the bank, 1 between banks, 2 credited, 3 with compliance", "N" },
  { "knowledge", 0, 0, G_OPTION_ARG_NONE, &is_page, "With the knowledge page over it", NULL },
  { "page", 0, 0, G_OPTION_ARG_STRING, &page_name, "With this page over it", "NAME" },
  { "rates", 0, 0, G_OPTION_ARG_FILENAME, &rates, "Reference rates, a file of the ECB", "FILE" },
  { "find", 0, 0, G_OPTION_ARG_STRING, &find, "What is searched on that page", "TEXT" },
  { "type", 0, 0, G_OPTION_ARG_STRING, &typed, "What stands in the composer", "TEXT" },
  { "translator", 0, 0, G_OPTION_ARG_STRING, &translator, "LibreTranslate that translates all, and what stands in the composer", "URL" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Width of the window", "PX" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height of the window", "PX" },
  { "select", 0, 0, G_OPTION_ARG_INT, &selected, "Intent shown in the outbox", "ID" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &is_dark, "Dark style", NULL },
  { "rtl", 0, 0, G_OPTION_ARG_NONE, &is_rtl, "Right to left", NULL },
  { "opening", 0, 0, G_OPTION_ARG_NONE, &is_opening, "As while the conversation is not read yet", NULL },
  { "no-context", 0, 0, G_OPTION_ARG_NONE, &has_no_context, "Without the customer", NULL },
  { NULL }
};

/* Empties the timeline, as it is before the store has answered. */
static gboolean
on_opening (gpointer widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    on_opening (child);
  if (COR_IS_TIMELINE_VIEW (widget))
    {
      gtk_widget_set_opacity (gtk_widget_get_first_child (gtk_widget_get_first_child (widget)), 0);
      cor_timeline_view_set_opening (widget, TRUE);
    }
  else if (COR_IS_CONVERSATION_PANE (widget))
    gtk_widget_add_css_class (widget, "opening");
  return G_SOURCE_REMOVE;
}

static GtkWidget *
make_conversation (CorTestDesk *desk,
                   CorSession  *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *conversation = cor_conversation_pane_new ();
  GtkWidget *context = cor_context_pane_new ();
  gint64     id = cor_test_desk_find (desk, number ? number : "20481");

  gtk_widget_set_hexpand (conversation, TRUE);
  gtk_widget_set_size_request (context, 360, -1);
  gtk_box_append (GTK_BOX (box), conversation);
  gtk_box_append (GTK_BOX (box), context);
  gtk_widget_set_visible (context, !has_no_context);
  if (is_opening)
    g_timeout_add (500, on_opening, conversation);
  cor_conversation_pane_set_session (COR_CONVERSATION_PANE (conversation), session);
  cor_context_pane_set_session (COR_CONTEXT_PANE (context), session);
  cor_conversation_pane_set_conversation (COR_CONVERSATION_PANE (conversation), id);
  cor_context_pane_set_conversation (COR_CONTEXT_PANE (context), id);
  return box;
}

static gboolean
on_select (gpointer outbox)
{
  cor_outbox_pane_select (outbox, selected);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
make_outbox (CorSession *session)
{
  GtkWidget *outbox = cor_outbox_pane_new ();

  cor_outbox_pane_set_session (COR_OUTBOX_PANE (outbox), session);
  if (selected != 0)
    g_timeout_add (500, on_select, outbox);
  return outbox;
}

/* The articles that come with the program. */
static void
take_packs (CorTestDesk *desk)
{
  g_autoptr (CorBackgroundSync) packs = cor_pack_sync_new (desk->store);
  g_auto (CorTestAwait) await = { 0 };

  cor_background_sync_run_async (packs, NULL, cor_test_on_result, &await);
  cor_background_sync_run_finish (packs, cor_test_await (&await), NULL);
}

static void
take_rates (CorTestDesk *desk)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autofree char *text = NULL;
  CorRateSheet    *sheet = NULL;
  gsize            len = 0;

  if (rates == NULL || !g_file_get_contents (rates, &text, &len, NULL) || (sheet = cor_ecb_file_parse (text, len, NULL)) == NULL)
    return;
  cor_store_put_rates_async (desk->store, sheet, COR_RATES_ECB_FILE, NULL, cor_test_on_result, &await);
  cor_store_put_rates_finish (desk->store, cor_test_await (&await), NULL, NULL);
}

static GtkWidget *
make_window (CorTestDesk *desk,
             CorSession  *session)
{
  GtkWidget    *widget = cor_workbench_new (session);
  CorWorkbench *workbench = COR_WORKBENCH (widget);

  take_packs (desk);
  take_rates (desk);
  cor_test_desk_put_payment (desk, (CorTestPaymentState) payment);
  cor_workbench_open_view (workbench, "mine");
  cor_workbench_open_conversation (workbench, cor_test_desk_find (desk, number ? number : "20481"));
  cor_workbench_open_context_tab (workbench, (guint) tab);
  if (is_page)
    {
      CorPage *page = cor_workbench_open_page (workbench, "knowledge");

      if (find != NULL)
        cor_knowledge_page_find (COR_KNOWLEDGE_PAGE (page), find);
    }
  if (page_name != NULL)
    cor_workbench_open_page (workbench, page_name);
  return widget;
}

static GtkWidget *
make_content (CorTestDesk *desk,
              CorSession  *session)
{
  if (g_strcmp0 (pane, "window") == 0)
    return make_window (desk, session);
  return g_strcmp0 (pane, "outbox") == 0 ? make_outbox (session) : make_conversation (desk, session);
}

static void
put_draft (CorTestDesk *desk)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_save_draft_async (desk->store, cor_test_desk_find (desk, number ? number : "20481"), FALSE, typed, (guint) g_utf8_strlen (typed, -1), NULL, NULL, cor_test_on_result, &await);
  cor_store_save_draft_finish (desk->store, cor_test_await (&await), NULL);
}

static CorBackgroundSync *
start_translator (CorTestDesk *desk)
{
  static const char *const languages[] = { "zh", "pt", "ar", "fr", "es", "ja" };
  CorBackgroundSync       *sync = cor_translation_sync_new (desk->store);

  cor_store_choose_translator_async (desk->store, "libretranslate", translator, NULL, FALSE, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto (CorTestAwait) await = { 0 };

      cor_store_set_language_mode_async (desk->store, languages[i], COR_LANGUAGE_ALWAYS, NULL, cor_test_on_result, &await);
      cor_store_choose_translator_finish (desk->store, cor_test_await (&await), NULL);
    }
  cor_background_sync_start (sync);
  g_signal_connect_object (desk->store, "changed", G_CALLBACK (cor_background_sync_wake), sync, G_CONNECT_SWAPPED);
  return sync;
}

static gboolean
on_translate (gpointer widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    on_translate (child);
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_widget_activate_action (widget, "translation.ask", NULL);
  return G_SOURCE_REMOVE;
}

static void
show (CorTestDesk *desk,
      CorSession  *session)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  GtkWidget *window = adw_window_new ();
  gboolean   is_open = TRUE;

  gtk_css_provider_load_from_resource (css, "/org/corridordesk/Corridor/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window), GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gtk_widget_get_display (window)), "/org/corridordesk/Corridor/icons");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), make_content (desk, session));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (g_main_context_wakeup), NULL);
  gtk_window_present (GTK_WINDOW (window));
  if (translator != NULL && typed != NULL)
    g_timeout_add (1500, on_translate, window);
  while (is_open)
    {
      g_main_context_iteration (NULL, TRUE);
      is_open = window != NULL;
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSession) session = NULL;
  g_autoptr (CorBackgroundSync) translations = NULL;
  CorTestDesk desk = { 0 };

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  adw_init ();
  if (is_rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  cor_test_desk_open (&desk);
  cor_test_desk_tell_story (&desk);
  if (typed != NULL)
    put_draft (&desk);
  if (translator != NULL)
    translations = start_translator (&desk);
  session = cor_session_new (desk.store, NULL, 0);
  show (&desk, session);
  return 0;
}
