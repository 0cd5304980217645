/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-page"

#include "config.h"

#include "cor-page.h"

G_DEFINE_INTERFACE (CorPage, cor_page, GTK_TYPE_WIDGET)

enum
{
  CLOSE,
  OPEN_CONVERSATION,
  SIDEBAR_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
cor_page_default_init (CorPageInterface *iface)
{
  signals[CLOSE] = g_signal_new ("close", COR_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_CONVERSATION] = g_signal_new ("open-conversation", COR_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIDEBAR_REQUESTED] = g_signal_new ("sidebar-requested", COR_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * cor_page_set_session:
 * @session: (transfer none): store, clock, settings
 *
 * To be called once, before anything else.
 */
void
cor_page_set_session (CorPage    *self,
                      CorSession *session)
{
  g_return_if_fail (COR_IS_PAGE (self));

  COR_PAGE_GET_IFACE (self)->set_session (self, session);
}

/**
 * cor_page_enter:
 *
 * The page was put on top: the focus goes where one begins.
 */
void
cor_page_enter (CorPage *self)
{
  g_return_if_fail (COR_IS_PAGE (self));

  COR_PAGE_GET_IFACE (self)->enter (self);
}

/**
 * cor_page_close:
 *
 * For implementations: asks the window to go back to where the agent was.
 */
void
cor_page_close (CorPage *self)
{
  g_return_if_fail (COR_IS_PAGE (self));

  g_signal_emit (self, signals[CLOSE], 0);
}

/**
 * cor_page_request_sidebar:
 *
 * For implementations: asks for the sidebar where it is folded away.
 */
void
cor_page_request_sidebar (CorPage *self)
{
  g_return_if_fail (COR_IS_PAGE (self));

  g_signal_emit (self, signals[SIDEBAR_REQUESTED], 0);
}
