/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-change-text.h"

#include "cor-ctl-thread.h"
#include "cor-state-value.h"

#include <glib/gi18n-lib.h>

/**
 * cor_ctl_change_dup_wanted:
 *
 * Returns: (transfer full) (nullable): the value that was asked for as programs read it, see
 *   cor_state_value_to_string(); %NULL where there is no single one
 */
char *
cor_ctl_change_dup_wanted (const CorIntentData *intent)
{
  CorStateValue wanted = { intent->status, intent->snoozed_until, intent->assignee, intent->priority };

  if (intent->kind != COR_INTENT_STATUS && intent->kind != COR_INTENT_ASSIGN && intent->kind != COR_INTENT_PRIORITY)
    return NULL;
  return cor_state_value_to_string (intent->kind, &wanted);
}

static char *
dup_labels (const CorIntentData *intent)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; intent->labels_added != NULL && intent->labels_added[i] != NULL; i++)
    g_string_append_printf (text, "%s+%s", text->len > 0 ? " " : "", intent->labels_added[i]);
  for (guint i = 0; intent->labels_removed != NULL && intent->labels_removed[i] != NULL; i++)
    g_string_append_printf (text, "%s-%s", text->len > 0 ? " " : "", intent->labels_removed[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cor_ctl_change_dup_wish:
 *
 * Returns: (transfer full): what was asked for, for a column of a table; "" of a reply
 */
char *
cor_ctl_change_dup_wish (const CorIntentData *intent)
{
  if (intent->kind == COR_INTENT_LABELS)
    return dup_labels (intent);
  if (intent->kind == COR_INTENT_ASSIGN)
    return g_strdup (intent->assignee == NULL ? _ ("nobody") : intent->assignee_name != NULL ? intent->assignee_name
                                                                                             : intent->assignee);
  if (intent->kind == COR_INTENT_PRIORITY && intent->priority == COR_PRIORITY_NONE)
    return g_strdup (_ ("none"));
  if (intent->kind == COR_INTENT_STATUS)
    return g_strdup (cor_status_to_string (intent->status));
  return g_strdup (intent->kind == COR_INTENT_PRIORITY ? cor_priority_to_string (intent->priority) : "");
}

static char *
dup_status (const CorStateValue *found)
{
  g_autofree char *until = NULL;

  switch (found->status)
    {
    case COR_STATUS_PENDING:
      return g_strdup (_ ("it was set to pending meanwhile"));
    case COR_STATUS_SNOOZED:
      if (found->snoozed_until == 0)
        return g_strdup (_ ("it was snoozed meanwhile"));
      until = cor_ctl_dup_when (found->snoozed_until);
      /* Translators: a date and a time */
      return g_strdup_printf (_ ("it was snoozed meanwhile, until %s"), until);
    case COR_STATUS_RESOLVED:
      return g_strdup (_ ("it was resolved meanwhile"));
    case COR_STATUS_OPEN:
    default:
      return g_strdup (_ ("it was reopened meanwhile"));
    }
}

/**
 * cor_ctl_change_dup_found:
 * @intent: held because of a conflict
 *
 * Returns: (transfer full): what is there instead, for people
 */
char *
cor_ctl_change_dup_found (const CorIntentData *intent)
{
  CorStateValue found;

  if (intent->kind == COR_INTENT_PROCEDURE)
    return g_strdup (_ ("a colleague finished or dropped the procedure meanwhile"));
  if (!cor_state_value_from_string (intent->kind, intent->detail, &found))
    return g_strdup (_ ("somebody else changed the same"));
  if (intent->kind == COR_INTENT_STATUS)
    return dup_status (&found);
  if (intent->kind == COR_INTENT_PRIORITY && found.priority == COR_PRIORITY_NONE)
    return g_strdup (_ ("its priority was taken away meanwhile"));
  if (intent->kind == COR_INTENT_PRIORITY)
    /* Translators: low, medium, high or urgent, as in the column “Text” */
    return g_strdup_printf (_ ("its priority is %s meanwhile"), cor_priority_to_string (found.priority));
  if (found.assignee_id == NULL)
    return g_strdup (_ ("nobody has it now"));
  /* Translators: the name of an agent */
  return g_strdup_printf (_ ("%s has it now"), intent->found_name != NULL ? intent->found_name : found.assignee_id);
}
