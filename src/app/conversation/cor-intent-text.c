/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-intent-text"

#include "config.h"

#include "cor-intent-text.h"
#include "cor-change-text.h"

#include <glib/gi18n-lib.h>

#include "cor-when.h"

/* A queued reply whose time has come is taken within a moment when there is a connection. */
#define TAKEN_WITHIN 2

/**
 * cor_intent_text_get_kind:
 *
 * Returns: (transfer none): what it is, as the title of a row
 */
const char *
cor_intent_text_get_kind (CorIntentKind kind)
{
  switch (kind)
    {
    case COR_INTENT_REPLY:
      return _ ("Reply");
    case COR_INTENT_NOTE:
      return _ ("Private note");
    case COR_INTENT_STATUS:
      return _ ("Change of status");
    case COR_INTENT_ASSIGN:
      return _ ("Assignment");
    case COR_INTENT_PRIORITY:
      return _ ("Change of priority");
    case COR_INTENT_LABELS:
      return _ ("Change of labels");
    case COR_INTENT_PROCEDURE:
      return _ ("Steps of a procedure");
    case COR_INTENT_PAYMENT:
      return _ ("Linked payments");
    case COR_INTENT_SEEN:
    default:
      return _ ("Marked as read");
    }
}

/**
 * cor_intent_text_get_state:
 *
 * Returns: (transfer none): the state in a word, for a pill
 */
const char *
cor_intent_text_get_state (CorIntentState state)
{
  switch (state)
    {
    case COR_INTENT_QUEUED:
      return C_ ("outbox", "Queued");
    case COR_INTENT_SCHEDULED:
      return C_ ("outbox", "Scheduled");
    case COR_INTENT_SENDING:
      return C_ ("outbox", "Sending");
    case COR_INTENT_UNCERTAIN:
      return C_ ("outbox", "Unsure");
    case COR_INTENT_HELD:
      return C_ ("outbox", "Held");
    case COR_INTENT_FAILED:
      return C_ ("outbox", "Failed");
    case COR_INTENT_CANCELLED:
      return C_ ("outbox", "Discarded");
    case COR_INTENT_DONE:
    default:
      return C_ ("outbox", "Sent");
    }
}

/**
 * cor_intent_text_get_hue:
 *
 * Returns: the hue of the pill: only what needs the agent is warm
 */
CorHue
cor_intent_text_get_hue (CorIntentState state)
{
  switch (state)
    {
    case COR_INTENT_UNCERTAIN:
      return COR_HUE_YELLOW;
    case COR_INTENT_HELD:
      return COR_HUE_ORANGE;
    case COR_INTENT_FAILED:
      return COR_HUE_RED;
    case COR_INTENT_QUEUED:
    case COR_INTENT_SCHEDULED:
    case COR_INTENT_SENDING:
    case COR_INTENT_DONE:
    case COR_INTENT_CANCELLED:
    default:
      return COR_HUE_SLATE;
    }
}

/**
 * cor_intent_text_get_icon_name:
 *
 * Returns: (transfer none): the icon beside the word; the colour never stands alone
 */
const char *
cor_intent_text_get_icon_name (CorIntentState state)
{
  switch (state)
    {
    case COR_INTENT_UNCERTAIN:
      return "cor-warning-symbolic";
    case COR_INTENT_HELD:
      return "cor-pause-symbolic";
    case COR_INTENT_FAILED:
      return "cor-error-symbolic";
    case COR_INTENT_DONE:
      return "cor-check-symbolic";
    case COR_INTENT_QUEUED:
    case COR_INTENT_SCHEDULED:
    case COR_INTENT_SENDING:
    case COR_INTENT_CANCELLED:
    default:
      return "cor-clock-symbolic";
    }
}

/**
 * cor_intent_text_get_reason:
 *
 * Returns: (transfer none): why it waits for the agent, in a sentence; "" for %COR_HOLD_NONE
 */
const char *
cor_intent_text_get_reason (CorHoldReason reason)
{
  switch (reason)
    {
    case COR_HOLD_COLLEAGUE_REPLIED:
      return _ ("A colleague replied before this could go.");
    case COR_HOLD_CUSTOMER_WROTE:
      return _ ("The customer wrote again before this could go.");
    case COR_HOLD_REASSIGNED:
      return _ ("The conversation was given to somebody else.");
    case COR_HOLD_RESOLVED:
      return _ ("The conversation was resolved before this could go.");
    case COR_HOLD_WINDOW_CLOSED:
      return _ ("The channel takes no free reply now: the customer’s last message is too old.");
    case COR_HOLD_STALE:
      return _ ("It waited long for the connection. Does it still fit?");
    case COR_HOLD_TIME_BOUND:
      return _ ("It states a date, an estimate or a rate, and had to wait. Is that still right?");
    case COR_HOLD_DELETED:
      return _ ("It may have arrived and been deleted on the desk since. Sending could repeat it.");
    case COR_HOLD_CONFLICT:
      return _ ("Somebody changed the same thing meanwhile.");
    case COR_HOLD_COMPLIANCE:
      return _ ("This went to compliance meanwhile: only an approved template may be sent, as it is.");
    case COR_HOLD_GONE:
      return _ ("The conversation can no longer be read on the desk: nobody can see whether this arrived.");
    case COR_HOLD_NONE:
    default:
      return "";
    }
}

/**
 * cor_intent_text_get_headline:
 *
 * Returns: (transfer none): what became of it, as the title of its page in the outbox
 */
const char *
cor_intent_text_get_headline (CorIntentState state,
                              CorHoldReason  hold)
{
  switch (state)
    {
    case COR_INTENT_UNCERTAIN:
      return _ ("It was cut off, and may have arrived");
    case COR_INTENT_HELD:
      if (hold == COR_HOLD_CONFLICT)
        return _ ("A colleague was first, so this waits for you");
      return hold == COR_HOLD_STALE || hold == COR_HOLD_TIME_BOUND || hold == COR_HOLD_WINDOW_CLOSED || hold == COR_HOLD_DELETED
               ? _ ("This waits for your word")
               : _ ("The conversation moved on, so this waits for you");
    case COR_INTENT_FAILED:
      return _ ("The desk refused this");
    case COR_INTENT_SENDING:
      return _ ("On its way");
    case COR_INTENT_SCHEDULED:
      return _ ("It waits for its time");
    case COR_INTENT_QUEUED:
    case COR_INTENT_DONE:
    case COR_INTENT_CANCELLED:
    default:
      return _ ("Waiting for its turn");
    }
}

/**
 * cor_intent_text_dup_queued:
 * @not_before: until then it can be taken back, seconds since the epoch
 * @now: likewise
 *
 * Returns: (transfer full): what a queued reply waits for
 */
char *
cor_intent_text_dup_queued (gint64 not_before,
                            gint64 now)
{
  gint64 left = not_before - now;

  if (left > 0)
    return g_strdup_printf (ngettext ("Sends in %d s", "Sends in %d s", (gulong) left), (int) MIN (left, 3600));
  return g_strdup (left > -TAKEN_WITHIN ? _ ("Sending…") : _ ("Waiting for the connection"));
}

/**
 * cor_intent_text_dup_scheduled:
 * @at: when it shall leave, seconds since the epoch
 * @now: likewise
 * @time_zone: the agent's
 *
 * Returns: (transfer full): what a scheduled reply waits for; once it is late, that it could not leave
 */
char *
cor_intent_text_dup_scheduled (gint64     at,
                               gint64     now,
                               GTimeZone *time_zone)
{
  g_autofree char *moment = cor_when_moment (at, now, time_zone);

  if (at - now < -TAKEN_WITHIN)
    /* TRANSLATORS: %s is a time, such as "Mon 15 Jun, 09:00" */
    return g_strdup_printf (_ ("Was to go %s: waiting for the connection"), moment);
  /* TRANSLATORS: %s is a time, such as "Mon 15 Jun, 09:00" */
  return g_strdup_printf (_ ("Goes %s, unless the conversation moves on"), moment);
}

/**
 * cor_intent_text_add_then:
 * @line: what a reply waits for
 * @has_then: whether the conversation gets another status after it
 * @state: of the reply
 * @status: which
 *
 * Returns: (transfer full): the line, and what becomes of the conversation; "" where there is no line
 */
char *
cor_intent_text_add_then (const char    *line,
                          gboolean       has_then,
                          CorIntentState state,
                          CorStatus      status)
{
  gboolean is_stuck = state == COR_INTENT_HELD || state == COR_INTENT_FAILED || state == COR_INTENT_UNCERTAIN;

  if (!has_then || *line == '\0')
    return g_strdup (line);
  if (is_stuck && status == COR_STATUS_SNOOZED)
    /* TRANSLATORS: %s says why a reply could not go; a conversation is to be snoozed */
    return g_strdup_printf (_ ("%s · Snoozed only once it is sent"), line);
  if (is_stuck)
    /* TRANSLATORS: %s says why a reply could not go; a conversation is to be resolved */
    return g_strdup_printf (_ ("%s · Resolved only once it is sent"), line);
  if (status == COR_STATUS_SNOOZED)
    /* TRANSLATORS: %s says when a reply goes; a conversation is snoozed */
    return g_strdup_printf (_ ("%s · Then snoozed"), line);
  /* TRANSLATORS: %s says when a reply goes; a conversation is resolved */
  return g_strdup_printf (_ ("%s · Then resolved"), line);
}

/**
 * cor_intent_text_dup_line:
 * @state: of the intent behind a bubble
 * @hold: why, when it is held
 * @detail: (nullable): the server's words
 * @not_before: until then it can be taken back, or when it shall leave, seconds since the epoch
 * @now: likewise
 * @time_zone: the agent's
 *
 * Returns: (transfer full): the line below the bubble, "" when there is nothing to say
 */
char *
cor_intent_text_dup_line (CorIntentState state,
                          CorHoldReason  hold,
                          const char    *detail,
                          gint64         not_before,
                          gint64         now,
                          GTimeZone     *time_zone)
{
  switch (state)
    {
    case COR_INTENT_QUEUED:
      return cor_intent_text_dup_queued (not_before, now);
    case COR_INTENT_SCHEDULED:
      return cor_intent_text_dup_scheduled (not_before, now, time_zone);
    case COR_INTENT_SENDING:
      return g_strdup (_ ("Sending…"));
    case COR_INTENT_UNCERTAIN:
      return g_strdup (hold == COR_HOLD_GONE ? cor_intent_text_get_reason (hold) : _ ("Unsure: checking whether it arrived"));
    case COR_INTENT_HELD:
      if (detail != NULL && detail[0] != '\0')
        /* TRANSLATORS: why a reply waits, and what the server said of it */
        return g_strdup_printf (_ ("Not sent. %s (%s)"), cor_intent_text_get_reason (hold), detail);
      return g_strdup_printf (_ ("Not sent. %s"), cor_intent_text_get_reason (hold));
    case COR_INTENT_FAILED:
      if (detail != NULL && detail[0] != '\0')
        /* TRANSLATORS: %s are the server's own words */
        return g_strdup_printf (_ ("Not sent. The desk said: %s"), detail);
      return g_strdup (_ ("Not sent. The desk refused it without saying why."));
    case COR_INTENT_DONE:
    case COR_INTENT_CANCELLED:
    default:
      return g_strdup ("");
    }
}

static char *
dup_outlook (const CorIntentData *intent,
             gint64               now,
             GTimeZone           *time_zone)
{
  g_autofree char *written = NULL;

  if (intent->state == COR_INTENT_HELD && intent->hold == COR_HOLD_CONFLICT)
    return cor_change_text_dup_found (intent, now, time_zone);
  if (intent->state == COR_INTENT_HELD || intent->hold == COR_HOLD_GONE)
    return g_strdup (cor_intent_text_get_reason (intent->hold));
  if (intent->state == COR_INTENT_FAILED)
    return g_strdup (intent->detail && intent->detail[0] ? intent->detail : _ ("The desk refused it"));
  if (intent->state == COR_INTENT_UNCERTAIN)
    return g_strdup (_ ("Cut off on the way: checked when the connection is back"));
  if (intent->state == COR_INTENT_SENDING)
    return g_strdup (_ ("On its way"));
  if (intent->state == COR_INTENT_SCHEDULED)
    return cor_intent_text_dup_scheduled (intent->not_before, now, time_zone);
  if (intent->not_before > now)
    return cor_intent_text_dup_queued (intent->not_before, now);

  written = cor_when_short (intent->created_at, now, time_zone);
  if (intent->is_time_bound && !intent->is_confirmed)
    return g_strdup_printf (_ ("Written %s · states a date, an estimate or a rate: may ask before sending"), written);
  if (intent->kind == COR_INTENT_REPLY && !intent->is_confirmed)
    return g_strdup_printf (_ ("Written %s · asks first if the conversation moves on"), written);
  return g_strdup_printf (_ ("Written %s"), written);
}

/**
 * cor_intent_text_dup_outlook:
 * @intent: an intent of the outbox
 * @now: seconds since the epoch
 * @time_zone: the agent's
 *
 * Nothing that waits promises to go by itself (the visual language, "Words and certainty").
 *
 * Returns: (transfer full): the small line of a row in the outbox
 */
char *
cor_intent_text_dup_outlook (const CorIntentData *intent,
                             gint64               now,
                             GTimeZone           *time_zone)
{
  g_autofree char *line = dup_outlook (intent, now, time_zone);

  return cor_intent_text_add_then (line, intent->has_then, intent->state, intent->then_status);
}
