/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-intent.h"

static const char *const kind_names[] = { "reply", "note", "status", "assign", "priority", "labels", "seen", "procedure", "payment" };
static const char *const state_names[] = { "queued", "scheduled", "sending", "uncertain", "held", "done", "failed", "cancelled" };
static const char *const hold_names[] = { "none", "colleague-replied", "customer-wrote", "reassigned", "resolved", "window-closed",
                                          "stale", "time-bound", "deleted", "conflict", "compliance", "gone" };

static int
find_name (const char *const *names,
           guint              n_names,
           const char        *name)
{
  for (guint i = 0; name != NULL && i < n_names; i++)
    if (g_str_equal (names[i], name))
      return (int) i;

  return -1;
}

const char *
cor_intent_kind_to_string (CorIntentKind kind)
{
  return kind_names[kind];
}

gboolean
cor_intent_kind_from_string (const char    *name,
                             CorIntentKind *kind)
{
  int found = find_name (kind_names, G_N_ELEMENTS (kind_names), name);

  if (found >= 0)
    *kind = (CorIntentKind) found;
  return found >= 0;
}

const char *
cor_intent_state_to_string (CorIntentState state)
{
  return state_names[state];
}

gboolean
cor_intent_state_from_string (const char     *name,
                              CorIntentState *state)
{
  int found = find_name (state_names, G_N_ELEMENTS (state_names), name);

  if (found >= 0)
    *state = (CorIntentState) found;
  return found >= 0;
}

const char *
cor_hold_reason_to_string (CorHoldReason reason)
{
  return hold_names[reason];
}

/**
 * cor_hold_reason_from_string:
 * @name: (nullable): a stored name
 *
 * Returns: the reason, %COR_HOLD_NONE for a name not known
 */
CorHoldReason
cor_hold_reason_from_string (const char *name)
{
  return (CorHoldReason) MAX (0, find_name (hold_names, G_N_ELEMENTS (hold_names), name));
}

/**
 * cor_intent_state_is_final:
 *
 * Returns: whether nothing more happens to it by itself and later ones need not wait for it
 */
gboolean
cor_intent_state_is_final (CorIntentState state)
{
  return state == COR_INTENT_DONE || state == COR_INTENT_FAILED || state == COR_INTENT_CANCELLED;
}
