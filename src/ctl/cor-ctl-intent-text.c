/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-intent-text.h"

#include <glib/gi18n-lib.h>

static const char *
get_hold_text (CorHoldReason hold)
{
  switch (hold)
    {
    case COR_HOLD_COLLEAGUE_REPLIED:
      return _ ("a colleague has replied");
    case COR_HOLD_CUSTOMER_WROTE:
      return _ ("the customer has written again");
    case COR_HOLD_REASSIGNED:
      return _ ("the conversation was given to somebody else");
    case COR_HOLD_RESOLVED:
      return _ ("the conversation was resolved");
    case COR_HOLD_WINDOW_CLOSED:
      return _ ("the channel takes no free reply now");
    case COR_HOLD_STALE:
      return _ ("it waited for the connection too long");
    case COR_HOLD_TIME_BOUND:
      return _ ("it waited for the connection, and states a date, an estimate or a rate");
    case COR_HOLD_DELETED:
      return _ ("it may have been sent and deleted");
    case COR_HOLD_CONFLICT:
      return _ ("somebody else changed the same");
    case COR_HOLD_COMPLIANCE:
      return _ ("it is with compliance: only an approved template may be sent, as it is");
    case COR_HOLD_GONE:
      return _ ("its conversation can no longer be read");
    case COR_HOLD_NONE:
    default:
      return _ ("look at it");
    }
}

/**
 * cor_ctl_intent_dup_sentence:
 * @hold: why it is held, with %COR_INTENT_HELD
 * @detail: (nullable): the server's words, with %COR_INTENT_FAILED
 *
 * Returns: (transfer full): where it stands, for people
 */
char *
cor_ctl_intent_dup_sentence (CorIntentState state,
                             CorHoldReason  hold,
                             const char    *detail)
{
  switch (state)
    {
    case COR_INTENT_QUEUED:
      return g_strdup (_ ("queued"));
    case COR_INTENT_SCHEDULED:
      return g_strdup (_ ("waits for its time"));
    case COR_INTENT_SENDING:
      return g_strdup (_ ("sending"));
    case COR_INTENT_UNCERTAIN:
      if (hold == COR_HOLD_GONE)
        return g_strdup (_ ("uncertain: it may have arrived, and its conversation can no longer be read"));
      return g_strdup (_ ("uncertain: it may have arrived"));
    case COR_INTENT_HELD:
      /* Translators: %s says why, such as “a colleague has replied” */
      return g_strdup_printf (_ ("held: %s"), get_hold_text (hold));
    case COR_INTENT_FAILED:
      if (detail != NULL && *detail != '\0')
        /* Translators: %s are the server’s words */
        return g_strdup_printf (_ ("refused: %s"), detail);
      return g_strdup (_ ("refused"));
    case COR_INTENT_CANCELLED:
      return g_strdup (_ ("discarded"));
    case COR_INTENT_DONE:
    default:
      return g_strdup (_ ("accepted"));
    }
}

const char *
cor_ctl_intent_get_kind_text (CorIntentKind kind)
{
  switch (kind)
    {
    case COR_INTENT_REPLY:
      return _ ("reply");
    case COR_INTENT_NOTE:
      return _ ("private note");
    case COR_INTENT_STATUS:
      return _ ("status");
    case COR_INTENT_ASSIGN:
      return _ ("agent");
    case COR_INTENT_PRIORITY:
      return _ ("priority");
    case COR_INTENT_LABELS:
      return _ ("labels");
    case COR_INTENT_PROCEDURE:
      return _ ("procedure");
    case COR_INTENT_PAYMENT:
      return _ ("payment");
    case COR_INTENT_SEEN:
    default:
      return _ ("read");
    }
}
