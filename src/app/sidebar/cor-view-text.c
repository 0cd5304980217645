/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-view-text"

#include "config.h"

#include "cor-view-text.h"

#include <glib/gi18n-lib.h>

#include "cor-channel-text.h"
#include "cor-page.h"

typedef struct
{
  const char *title; /* untranslated */
  const char *icon_name;
  const char *empty; /* untranslated */
} ViewLook;

static const ViewLook looks[] = {
  [COR_VIEW_MINE] = { N_ ("Mine"), "cor-inbox-symbolic", N_ ("Nothing waits for you.") },
  [COR_VIEW_UNASSIGNED] = { N_ ("Unassigned"), "cor-people-symbolic", N_ ("Every conversation has somebody.") },
  [COR_VIEW_MENTIONS] = { N_ ("Mentions"), "cor-at-symbolic", N_ ("Nobody mentioned you.") },
  [COR_VIEW_VIP] = { N_ ("VIP"), "cor-star-symbolic", N_ ("No VIP customer has an open conversation.") },
  [COR_VIEW_SLA] = { N_ ("SLA at risk"), "cor-clock-symbolic", N_ ("No reply is late or due soon.") },
  [COR_VIEW_OPEN] = { N_ ("All open"), "cor-stack-symbolic", N_ ("No conversation is open.") },
  [COR_VIEW_PENDING] = { N_ ("With the bot"), "cor-bot-symbolic", N_ ("The bot talks to nobody.") },
  [COR_VIEW_SNOOZED] = { N_ ("Snoozed"), "cor-moon-symbolic", N_ ("Nothing is snoozed.") },
  [COR_VIEW_RESOLVED] = { N_ ("Resolved"), "cor-check-symbolic", N_ ("Nothing was resolved yet.") },
  [COR_VIEW_DRAFTS] = { N_ ("Drafts"), "cor-pencil-symbolic", N_ ("No reply is half written.") },
  [COR_VIEW_ALL] = { N_ ("Everything"), "cor-stack-symbolic", N_ ("There is no conversation yet.") },
  [COR_VIEW_CHANNEL] = { NULL, NULL, N_ ("No conversation is open in this channel.") },
  [COR_VIEW_LABEL] = { NULL, NULL, N_ ("No open conversation has this label.") },
  [COR_VIEW_CUSTOMER] = { N_ ("Customer"), "cor-person-symbolic", N_ ("This customer has no conversation.") },
};

/**
 * cor_view_get_title:
 *
 * Returns: (transfer none): its name in the user's language, good as long as @view
 */
const char *
cor_view_get_title (const CorView *view)
{
  if (view->kind == COR_VIEW_CHANNEL)
    return cor_channel_get_title (view->channel);
  if (view->kind == COR_VIEW_LABEL)
    return view->label;
  return _ (looks[view->kind].title);
}

/**
 * cor_view_get_icon_name:
 *
 * Returns: (transfer none) (nullable): its symbolic icon; a label has a dot instead
 */
const char *
cor_view_get_icon_name (const CorView *view)
{
  return view->kind == COR_VIEW_CHANNEL ? cor_channel_get_icon_name (view->channel) : looks[view->kind].icon_name;
}

/**
 * cor_view_get_empty_text:
 *
 * Returns: (transfer none): the sentence that is true when nothing is in it
 */
const char *
cor_view_get_empty_text (const CorView *view)
{
  return _ (looks[view->kind].empty);
}

/**
 * cor_view_item_get_title:
 *
 * Returns: (transfer none): what the row of the sidebar says
 */
const char *
cor_view_item_get_title (CorViewItem *item)
{
  const CorPageKind *page = cor_page_find_kind (cor_view_item_get_page (item));

  if (page != NULL)
    return _ (page->title);
  return cor_view_item_get_view (item) != NULL ? cor_view_get_title (cor_view_item_get_view (item)) : _ ("Outbox");
}

/**
 * cor_view_item_get_icon_name:
 *
 * Returns: (transfer none) (nullable): the icon of the row
 */
const char *
cor_view_item_get_icon_name (CorViewItem *item)
{
  const CorPageKind *page = cor_page_find_kind (cor_view_item_get_page (item));

  if (page != NULL)
    return page->icon_name;
  return cor_view_item_get_view (item) != NULL ? cor_view_get_icon_name (cor_view_item_get_view (item)) : "cor-outbox-symbolic";
}

/**
 * cor_view_item_dup_counts_text:
 *
 * Returns: (transfer full): how much is in it, in words
 */
char *
cor_view_item_dup_counts_text (CorViewItem *item)
{
  guint            n = cor_view_item_get_count (item);
  guint            unread = cor_view_item_get_unread (item);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u conversation", "%'u conversations", n), n);

  return unread > 0 ? g_strdup_printf (_ ("%s · %'u unread"), count, unread) : g_steal_pointer (&count);
}
