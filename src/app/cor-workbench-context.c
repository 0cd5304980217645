/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workbench-context"

#include "config.h"

#include "cor-workbench-private.h"

#include "cor-context-tab.h"
#include "cor-fees-pane.h"
#include "cor-knowledge-pane.h"
#include "cor-payment-case.h"
#include "cor-quote-payment.h"

/* The pane beside the conversation: open or not, and under which tab. */

static void
on_tab_shown (CorWorkbench *self)
{
  GSettings *settings = cor_session_get_settings (self->session);

  if (settings != NULL)
    g_settings_set_string (settings, "context-tab", cor_context_pane_get_shown_tab (COR_CONTEXT_PANE (self->context)));
}

static void
on_context_closed (CorWorkbench *self)
{
  cor_context_host_set_context_visible (COR_CONTEXT_HOST (self->host), FALSE);
}

/* To be called once, when the pane has its first tab. */
void
_cor_workbench_connect_context (CorWorkbench *self)
{
  g_signal_connect_object (self->context, "close", G_CALLBACK (on_context_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::shown-tab", G_CALLBACK (on_tab_shown), self, G_CONNECT_SWAPPED);
}

/**
 * cor_workbench_toggle_context:
 *
 * Opens or closes what belongs to the open conversation.
 */
void
cor_workbench_toggle_context (CorWorkbench *self)
{
  GSettings      *settings = NULL;
  CorContextHost *host = NULL;
  gboolean        visible = FALSE;

  g_return_if_fail (COR_IS_WORKBENCH (self));

  host = COR_CONTEXT_HOST (self->host);
  settings = cor_session_get_settings (self->session);
  visible = !cor_context_host_get_context_visible (host);
  cor_context_host_set_context_visible (host, visible);
  if (settings != NULL && cor_context_host_is_wide (host))
    g_settings_set_boolean (settings, "context-open", visible);
}

/**
 * cor_workbench_open_context_tab:
 * @n: 0 for the first
 *
 * Opens the context, as column or as sheet, with that tab on top.
 *
 * Returns: whether there is one
 */
gboolean
cor_workbench_open_context_tab (CorWorkbench *self, guint n)
{
  g_return_val_if_fail (COR_IS_WORKBENCH (self), FALSE);

  if (self->id == 0 || self->place != NULL || !cor_context_pane_show_nth_tab (COR_CONTEXT_PANE (self->context), n))
    return FALSE;
  cor_context_host_set_context_visible (COR_CONTEXT_HOST (self->host), TRUE);
  return TRUE;
}

/**
 * cor_workbench_insert_answer:
 * @as_link: its public address in the place of its words
 *
 * Inserts the answer that is suggested for the open conversation, whether its tab is on screen or not.
 */
void
cor_workbench_insert_answer (CorWorkbench *self, gboolean as_link)
{
  g_return_if_fail (COR_IS_WORKBENCH (self));

  if (cor_workbench_has_conversation (self))
    cor_knowledge_pane_insert_answer (COR_KNOWLEDGE_PANE (cor_context_pane_get_tab (COR_CONTEXT_PANE (self->context), "knowledge")), as_link);
}

/**
 * cor_workbench_open_context_tab_named:
 * @name: of a CorContextTabKind
 *
 * As cor_workbench_open_context_tab().
 */
gboolean
cor_workbench_open_context_tab_named (CorWorkbench *self, const char *name)
{
  guint                    n = 0;
  const CorContextTabKind *kinds = cor_context_tab_get_kinds (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return cor_workbench_open_context_tab (self, i);
  return FALSE;
}

/**
 * cor_workbench_calculate_payment:
 *
 * Opens fees and rates with the payment of the open conversation. Nothing happens where too little of it is known, or nothing may be shown.
 */
void
cor_workbench_calculate_payment (CorWorkbench *self)
{
  CorPaymentView *view = NULL;

  g_return_if_fail (COR_IS_WORKBENCH (self));

  view = cor_payment_case_get_view (cor_session_get_payment_case (self->session));
  if (cor_quote_payment_is_enough (view) && cor_workbench_open_context_tab_named (self, "fees"))
    cor_fees_pane_take_payment (COR_FEES_PANE (cor_context_pane_get_tab (COR_CONTEXT_PANE (self->context), "fees")), view);
}
