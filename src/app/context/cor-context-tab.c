/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-context-tab"

#include "config.h"

#include "cor-context-tab.h"

G_DEFINE_INTERFACE (CorContextTab, cor_context_tab, GTK_TYPE_WIDGET)

static guint open_conversation_signal;

static void
cor_context_tab_default_init (CorContextTabInterface *iface)
{
  open_conversation_signal = g_signal_new ("open-conversation", COR_TYPE_CONTEXT_TAB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

/**
 * cor_context_tab_set_session:
 * @session: (transfer none): store, clock, settings
 *
 * To be called once, before anything else.
 */
void
cor_context_tab_set_session (CorContextTab *self,
                             CorSession    *session)
{
  g_return_if_fail (COR_IS_CONTEXT_TAB (self));

  COR_CONTEXT_TAB_GET_IFACE (self)->set_session (self, session);
}

/**
 * cor_context_tab_set_conversation:
 * @conversation: local id, 0 none
 *
 * Shows what belongs to it.
 */
void
cor_context_tab_set_conversation (CorContextTab *self,
                                  gint64         conversation)
{
  g_return_if_fail (COR_IS_CONTEXT_TAB (self));

  COR_CONTEXT_TAB_GET_IFACE (self)->set_conversation (self, conversation);
}

/**
 * cor_context_tab_open_conversation:
 * @conversation: local id
 *
 * For implementations: asks the window to open another conversation.
 */
void
cor_context_tab_open_conversation (CorContextTab *self,
                                   gint64         conversation)
{
  g_return_if_fail (COR_IS_CONTEXT_TAB (self));

  g_signal_emit (self, open_conversation_signal, 0, conversation);
}
