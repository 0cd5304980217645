/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-change-text"

#include "config.h"

#include "cor-change-text.h"
#include "cor-intent-text.h"

#include <glib/gi18n-lib.h>

#include "cor-state-value.h"
#include "cor-when.h"

static const char *
get_status_wish (CorStatus status)
{
  switch (status)
    {
    case COR_STATUS_PENDING:
      return C_ ("change", "Set to pending");
    case COR_STATUS_SNOOZED:
      return C_ ("change", "Snooze");
    case COR_STATUS_RESOLVED:
      return C_ ("change", "Resolve");
    case COR_STATUS_OPEN:
    default:
      return C_ ("change", "Reopen");
    }
}

static const char *
get_priority_wish (CorPriority priority)
{
  switch (priority)
    {
    case COR_PRIORITY_LOW:
      return C_ ("change", "Priority: low");
    case COR_PRIORITY_MEDIUM:
      return C_ ("change", "Priority: medium");
    case COR_PRIORITY_HIGH:
      return C_ ("change", "Priority: high");
    case COR_PRIORITY_URGENT:
      return C_ ("change", "Priority: urgent");
    case COR_PRIORITY_NONE:
    default:
      return C_ ("change", "No priority");
    }
}

static char *
dup_labels_wish (const CorIntentData *intent)
{
  /* TRANSLATORS: between two labels */
  g_autofree char *added = intent->labels_added != NULL ? g_strjoinv (_ (", "), intent->labels_added) : NULL;
  g_autofree char *removed = intent->labels_removed != NULL ? g_strjoinv (_ (", "), intent->labels_removed) : NULL;

  if (added != NULL && removed != NULL)
    /* TRANSLATORS: labels to add, and labels to remove */
    return g_strdup_printf (_ ("Add %s, remove %s"), added, removed);
  if (added != NULL)
    return g_strdup_printf (_ ("Add %s"), added);
  if (removed != NULL)
    return g_strdup_printf (_ ("Remove %s"), removed);
  return g_strdup (cor_intent_text_get_kind (intent->kind));
}

static char *
dup_link_wish (const char *text)
{
  g_auto (GStrv) words = NULL;
  CorLinkChange change = { 0 };

  if (!cor_link_change_from_text (text, &change, &words))
    return NULL;
  switch (change.act)
    {
    case COR_LINK_ADD:
      /* TRANSLATORS: a payment's number */
      return g_strdup_printf (_ ("Link %s"), change.reference);
    case COR_LINK_REMOVE:
      /* TRANSLATORS: a payment's number */
      return g_strdup_printf (_ ("Unlink %s"), change.reference);
    case COR_LINK_VERIFY:
      return g_strdup (C_ ("change", "Verified"));
    case COR_LINK_UNVERIFY:
    default:
      return g_strdup (C_ ("change", "Not verified"));
    }
}

static char *
dup_links_wish (const CorIntentData *intent)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) wishes = NULL;

  for (guint i = 0; intent->changes != NULL && intent->changes[i] != NULL; i++)
    {
      g_autofree char *wish = dup_link_wish (intent->changes[i]);

      if (wish != NULL)
        g_strv_builder_add (builder, wish);
    }
  wishes = g_strv_builder_end (builder);
  /* TRANSLATORS: between two labels */
  return g_strjoinv (_ (", "), wishes);
}

/**
 * cor_change_text_dup_wish:
 * @intent: what the agent asked for
 *
 * Returns: (transfer full): it in a few words, such as "Resolve" or "Assign to Marta Ruiz"; of a reply its kind
 */
char *
cor_change_text_dup_wish (const CorIntentData *intent)
{
  if (intent->kind == COR_INTENT_STATUS)
    return g_strdup (get_status_wish (intent->status));
  if (intent->kind == COR_INTENT_PRIORITY)
    return g_strdup (get_priority_wish (intent->priority));
  if (intent->kind == COR_INTENT_LABELS)
    return dup_labels_wish (intent);
  if (intent->kind == COR_INTENT_PAYMENT)
    return dup_links_wish (intent);
  if (intent->kind == COR_INTENT_ASSIGN && intent->assignee == NULL)
    return g_strdup (C_ ("change", "Unassign"));
  if (intent->kind == COR_INTENT_ASSIGN && intent->assignee_name != NULL)
    /* TRANSLATORS: the name of an agent */
    return g_strdup_printf (_ ("Assign to %s"), intent->assignee_name);
  return g_strdup (cor_intent_text_get_kind (intent->kind));
}

static char *
dup_status_found (const CorStateValue *found,
                  gint64               now,
                  GTimeZone           *time_zone)
{
  g_autofree char *until = NULL;

  switch (found->status)
    {
    case COR_STATUS_PENDING:
      return g_strdup (_ ("It was set to pending meanwhile."));
    case COR_STATUS_SNOOZED:
      if (found->snoozed_until == 0)
        return g_strdup (_ ("It was snoozed meanwhile."));
      until = cor_when_full (found->snoozed_until, now, time_zone);
      /* TRANSLATORS: a date and a time */
      return g_strdup_printf (_ ("It was snoozed meanwhile, until %s."), until);
    case COR_STATUS_RESOLVED:
      return g_strdup (_ ("It was resolved meanwhile."));
    case COR_STATUS_OPEN:
    default:
      return g_strdup (_ ("It was reopened meanwhile."));
    }
}

static const char *
get_priority_found (CorPriority priority)
{
  switch (priority)
    {
    case COR_PRIORITY_LOW:
      return _ ("Its priority is low now.");
    case COR_PRIORITY_MEDIUM:
      return _ ("Its priority is medium now.");
    case COR_PRIORITY_HIGH:
      return _ ("Its priority is high now.");
    case COR_PRIORITY_URGENT:
      return _ ("Its priority is urgent now.");
    case COR_PRIORITY_NONE:
    default:
      return _ ("It has no priority now.");
    }
}

/**
 * cor_change_text_dup_found:
 * @intent: a change that is held because of a conflict
 * @now: seconds since the epoch
 * @time_zone: the agent's
 *
 * Returns: (transfer full): what a colleague made of it meanwhile, in a sentence
 */
char *
cor_change_text_dup_found (const CorIntentData *intent,
                           gint64               now,
                           GTimeZone           *time_zone)
{
  CorStateValue found;

  if (intent->kind == COR_INTENT_PROCEDURE)
    return g_strdup (_ ("A colleague finished or dropped the procedure meanwhile."));
  if (!cor_state_value_from_string (intent->kind, intent->detail, &found))
    return g_strdup (cor_intent_text_get_reason (COR_HOLD_CONFLICT));
  if (intent->kind == COR_INTENT_STATUS)
    return dup_status_found (&found, now, time_zone);
  if (intent->kind == COR_INTENT_PRIORITY)
    return g_strdup (get_priority_found (found.priority));
  if (found.assignee_id == NULL)
    return g_strdup (_ ("Nobody has it now."));
  /* TRANSLATORS: the name of an agent, to whom the conversation was given meanwhile */
  return g_strdup_printf (_ ("%s has it now."), intent->found_name != NULL ? intent->found_name : _ ("A colleague"));
}
