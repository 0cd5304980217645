/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-state-value.h"

/**
 * cor_state_value_equal:
 * @kind: %COR_INTENT_STATUS, _ASSIGN or _PRIORITY; of another kind all are equal
 *
 * Returns: whether the two are the same to an agent
 */
gboolean
cor_state_value_equal (CorIntentKind        kind,
                       const CorStateValue *one,
                       const CorStateValue *other)
{
  if (kind == COR_INTENT_STATUS)
    return one->status == other->status && (one->status != COR_STATUS_SNOOZED || one->snoozed_until == other->snoozed_until);
  if (kind == COR_INTENT_ASSIGN)
    return g_strcmp0 (one->assignee_id, other->assignee_id) == 0;
  return kind != COR_INTENT_PRIORITY || one->priority == other->priority;
}

/**
 * cor_state_value_to_string:
 * @kind: as with cor_state_value_equal()
 *
 * The form in which what was found is stored with a change that is held: "resolved", "snoozed 1790000000",
 * a remote id, "high"; "" for nobody and for no priority.
 *
 * Returns: (transfer full): the value as text, for programs
 */
char *
cor_state_value_to_string (CorIntentKind        kind,
                           const CorStateValue *value)
{
  const char *name = NULL;

  if (kind == COR_INTENT_STATUS && value->status == COR_STATUS_SNOOZED && value->snoozed_until > 0)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT, cor_status_to_string (value->status), value->snoozed_until);
  if (kind == COR_INTENT_STATUS)
    name = cor_status_to_string (value->status);
  else if (kind == COR_INTENT_ASSIGN)
    name = value->assignee_id;
  else if (kind == COR_INTENT_PRIORITY)
    name = cor_priority_to_string (value->priority);
  return g_strdup (name != NULL ? name : "");
}

static gboolean
read_status (const char    *text,
             CorStateValue *value)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);

  if (words[0] == NULL || !cor_status_from_string (words[0], &value->status))
    return FALSE;
  return words[1] == NULL || g_ascii_string_to_signed (words[1], 10, 0, G_MAXINT64, &value->snoozed_until, NULL);
}

/**
 * cor_state_value_from_string:
 * @text: (nullable): of cor_state_value_to_string(); an assignee's id is borrowed from it
 * @value: (out caller-allocates): what it says
 *
 * Returns: whether it says anything
 */
gboolean
cor_state_value_from_string (CorIntentKind  kind,
                             const char    *text,
                             CorStateValue *value)
{
  *value = (CorStateValue){ 0 };
  if (text == NULL)
    return FALSE;
  if (kind == COR_INTENT_STATUS)
    return read_status (text, value);
  if (kind == COR_INTENT_ASSIGN)
    value->assignee_id = *text != '\0' ? text : NULL;
  else if (kind == COR_INTENT_PRIORITY)
    value->priority = cor_priority_from_string (text);
  else
    return FALSE;
  return TRUE;
}
