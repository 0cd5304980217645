/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-palette-commands"

#include "config.h"

#include "cor-palette.h"

#include "cor-actions.h"
#include "cor-context-tab.h"
#include "cor-page.h"
#include "cor-view-text.h"

#include <glib/gi18n-lib.h>

/* The key as people read it, or NULL. */
static char *
dup_keys (GtkApplication *application, const char *action, GVariant *target)
{
  g_autofree char *detailed = g_action_print_detailed_name (action, target);
  g_auto (GStrv) accels = application != NULL ? gtk_application_get_accels_for_action (application, detailed) : NULL;
  guint           key = 0;
  GdkModifierType modifiers = 0;

  if (accels == NULL || accels[0] == NULL || !gtk_accelerator_parse (accels[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

/* @target: (nullable): a floating one is taken */
static void
add (CorCommandList *commands, GtkApplication *application, const char *action, GVariant *target, const char *icon_name, const char *title)
{
  g_autoptr (GVariant) kept = target != NULL ? g_variant_ref_sink (target) : NULL;
  g_autofree char *keys = dup_keys (application, action, kept);

  cor_command_list_add (commands, cor_command_new (action, kept, icon_name, title, keys));
}

static void
add_views (CorCommandList *commands, CorSession *session)
{
  GListModel *views = G_LIST_MODEL (cor_session_get_views (session));

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (CorViewItem) item = g_list_model_get_item (views, i);
      const char *icon_name = cor_view_item_get_icon_name (item);

      add (commands, NULL, "win.open-view", g_variant_new_string (cor_view_item_get_key (item)), icon_name != NULL ? icon_name : "cor-dot-symbolic", cor_view_item_get_title (item));
    }
}

static void
add_pages (CorCommandList *commands, GtkApplication *application)
{
  guint              n = 0;
  const CorPageKind *pages = cor_page_get_kinds (&n);

  for (guint i = 0; i < n; i++)
    add (commands, application, "win.page", g_variant_new_string (pages[i].name), pages[i].icon_name, _ (pages[i].title));
}

static void
add_tabs (CorCommandList *commands, GtkApplication *application)
{
  guint                    n = 0;
  const CorContextTabKind *tabs = cor_context_tab_get_kinds (&n);

  for (guint i = 0; i < n; i++)
    {
      /* TRANSLATORS: a tab beside the conversation, "Beside the conversation: Knowledge" */
      g_autofree char *title = g_strdup_printf (_ ("Beside the conversation: %s"), _ (tabs[i].title));

      add (commands, application, "win.context-tab", g_variant_new_uint32 (i), tabs[i].icon_name, title);
    }
}

/**
 * cor_palette_create_commands:
 * @session: views and store
 * @application: (nullable): whose keys are shown
 * @has_conversation: whether what needs an open conversation is offered
 *
 * Returns: (transfer full): everything the window can be asked to do
 */
CorCommandList *
cor_palette_create_commands (CorSession *session, GtkApplication *application, gboolean has_conversation)
{
  CorCommandList       *commands = cor_command_list_new (cor_session_get_store (session));
  guint                 n = 0;
  const CorActionEntry *entries = cor_actions_get (&n);

  for (guint i = 0; i < n; i++)
    if (entries[i].scope == COR_ACTION_ANY || (entries[i].scope == COR_ACTION_CONVERSATION && has_conversation))
      add (commands, application, entries[i].action, NULL, entries[i].icon_name, _ (entries[i].title));
  add_pages (commands, application);
  if (has_conversation)
    add_tabs (commands, application);
  add_views (commands, session);
  return commands;
}
