/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-channel.h"

static const char *const names[COR_N_CHANNELS] = {
  [COR_CHANNEL_API] = "api",
  [COR_CHANNEL_EMAIL] = "email",
  [COR_CHANNEL_WEB] = "web",
  [COR_CHANNEL_WHATSAPP] = "whatsapp",
  [COR_CHANNEL_WECHAT] = "wechat",
  [COR_CHANNEL_TELEGRAM] = "telegram",
  [COR_CHANNEL_LINE] = "line",
  [COR_CHANNEL_SMS] = "sms",
  [COR_CHANNEL_FACEBOOK] = "facebook",
  [COR_CHANNEL_INSTAGRAM] = "instagram",
  [COR_CHANNEL_X] = "x",
  [COR_CHANNEL_PHONE] = "phone",
};

/**
 * cor_channel_to_string:
 *
 * Returns: (transfer none): the channel's name in files, styles and icons; not for people
 */
const char *
cor_channel_to_string (CorChannel channel)
{
  g_return_val_if_fail ((guint) channel < COR_N_CHANNELS, names[COR_CHANNEL_API]);

  return names[channel];
}

/**
 * cor_channel_from_string:
 * @name: (nullable): what cor_channel_to_string() returned
 *
 * Returns: the channel, or %COR_CHANNEL_API for a name not known here
 */
CorChannel
cor_channel_from_string (const char *name)
{
  for (guint i = 0; name != NULL && i < COR_N_CHANNELS; i++)
    if (g_str_equal (names[i], name))
      return (CorChannel) i;

  return COR_CHANNEL_API;
}

/**
 * cor_channel_is_live:
 *
 * Whether people write there in bursts and wait for the answer, so that a further message of the
 * customer does not hold a reply (chatwoot.md §15). Mail and call notes are not live.
 */
gboolean
cor_channel_is_live (CorChannel channel)
{
  return channel != COR_CHANNEL_EMAIL && channel != COR_CHANNEL_PHONE;
}

/**
 * cor_channel_takes_answers:
 *
 * Returns: whether the customer sees which message a reply answers (chatwoot.md §4, in_reply_to; a mail quotes instead,
 *   and of Meta's channels only WhatsApp passes it on)
 */
gboolean
cor_channel_takes_answers (CorChannel channel)
{
  return channel == COR_CHANNEL_API || channel == COR_CHANNEL_WEB || channel == COR_CHANNEL_WHATSAPP || channel == COR_CHANNEL_TELEGRAM || channel == COR_CHANNEL_X;
}

/**
 * cor_channel_get_undo_seconds:
 *
 * Returns: seconds for which a reply can be taken back unless the account says otherwise
 *   (chatwoot.md §15: e-mail 10, messaging 3)
 */
guint
cor_channel_get_undo_seconds (CorChannel channel)
{
  return cor_channel_is_live (channel) ? 3 : 10;
}

/**
 * cor_channel_get_window_seconds:
 *
 * Returns: seconds after the customer's last message in which the channel takes a free reply, 0 when nothing is known
 *   of such a limit (chatwoot.md §6, can_reply; Meta's seven days are by agreement, so the short limit is meant)
 */
guint
cor_channel_get_window_seconds (CorChannel channel)
{
  return channel == COR_CHANNEL_WHATSAPP || channel == COR_CHANNEL_FACEBOOK || channel == COR_CHANNEL_INSTAGRAM ? 24 * 60 * 60 : 0;
}
