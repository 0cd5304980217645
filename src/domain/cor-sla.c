/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-sla"

#include "config.h"

#include "cor-sla.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)

/* Soon: less than this left, or less than this share of the target. */
#define SOON_SECONDS (15 * MINUTE)
#define SOON_SHARE 5

/**
 * cor_sla_get_target:
 * @channel: where the customer wrote
 * @is_vip: whether the customer, or a large payment, halves the time
 *
 * The time within which an answer is due (domain.md §4, clocks). A phone call
 * that became a conversation was missed: it counts as a message. Any thread.
 *
 * Returns: seconds
 */
int
cor_sla_get_target (CorChannel channel,
                    gboolean   is_vip)
{
  int target = 4 * HOUR;

  switch (channel)
    {
    case COR_CHANNEL_WEB:
      target = 2 * MINUTE;
      break;
    case COR_CHANNEL_WHATSAPP:
    case COR_CHANNEL_WECHAT:
    case COR_CHANNEL_TELEGRAM:
    case COR_CHANNEL_LINE:
    case COR_CHANNEL_SMS:
    case COR_CHANNEL_PHONE:
      target = 10 * MINUTE;
      break;
    case COR_CHANNEL_FACEBOOK:
    case COR_CHANNEL_INSTAGRAM:
    case COR_CHANNEL_X:
      target = HOUR;
      break;
    case COR_CHANNEL_EMAIL:
    case COR_CHANNEL_API:
    default:
      break;
    }
  return is_vip ? target / 2 : target;
}

/* For a chat everything would be within fifteen minutes: the fixed limit only
 * holds where the target is longer than that. */
static CorSlaState
get_state (int    target,
           gint64 left)
{
  if (left < 0)
    return COR_SLA_LATE;
  if (left < target / SOON_SHARE || (left < SOON_SECONDS && target > SOON_SECONDS))
    return COR_SLA_SOON;
  return COR_SLA_IN_TIME;
}

/**
 * cor_sla_compute:
 * @input: what is known of the conversation
 * @now: the present, seconds since the epoch
 *
 * The clock of one conversation (domain.md §4). A customer who waits keeps the
 * clock running even while the conversation is snoozed. Thresholds of the
 * service's own policy count when they are shorter than ours. Pure; any thread.
 *
 * Returns: how it stands
 */
CorSla
cor_sla_compute (const CorSlaInput *input,
                 gint64             now)
{
  CorSla sla = { COR_SLA_NONE, 0, 0, 0 };
  int    policy;

  g_return_val_if_fail (input != NULL, sla);

  if (input->status == COR_STATUS_RESOLVED || input->status == COR_STATUS_PENDING)
    return sla;
  if (input->waiting_since <= 0)
    {
      sla.state = COR_SLA_PAUSED;
      return sla;
    }

  policy = input->has_reply ? input->policy_next_reply : input->policy_first_reply;
  sla.target = cor_sla_get_target (input->channel, input->is_vip);
  if (policy > 0)
    sla.target = MIN (sla.target, policy);
  sla.due = MIN (input->waiting_since, G_MAXINT64 - sla.target) + sla.target;
  sla.left = sla.due - MAX (now, 0);
  sla.state = get_state (sla.target, sla.left);
  return sla;
}
