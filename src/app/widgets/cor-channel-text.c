/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-channel-text"

#include "config.h"

#include "cor-channel-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title; /* untranslated */
  const char *icon_name;
  const char *css_class;
} ChannelLook;

static const ChannelLook looks[COR_N_CHANNELS] = {
  [COR_CHANNEL_API] = { N_ ("Other channel"), "cor-channel-api-symbolic", "channel-api" },
  [COR_CHANNEL_EMAIL] = { N_ ("E-mail"), "cor-channel-email-symbolic", "channel-email" },
  [COR_CHANNEL_WEB] = { N_ ("Web chat"), "cor-channel-web-symbolic", "channel-web" },
  [COR_CHANNEL_WHATSAPP] = { N_ ("WhatsApp"), "cor-channel-whatsapp-symbolic", "channel-whatsapp" },
  [COR_CHANNEL_WECHAT] = { N_ ("WeChat"), "cor-channel-wechat-symbolic", "channel-wechat" },
  [COR_CHANNEL_TELEGRAM] = { N_ ("Telegram"), "cor-channel-telegram-symbolic", "channel-telegram" },
  [COR_CHANNEL_LINE] = { N_ ("LINE"), "cor-channel-line-symbolic", "channel-line" },
  [COR_CHANNEL_SMS] = { N_ ("SMS"), "cor-channel-sms-symbolic", "channel-sms" },
  [COR_CHANNEL_FACEBOOK] = { N_ ("Messenger"), "cor-channel-facebook-symbolic", "channel-facebook" },
  [COR_CHANNEL_INSTAGRAM] = { N_ ("Instagram"), "cor-channel-instagram-symbolic", "channel-instagram" },
  [COR_CHANNEL_X] = { N_ ("X"), "cor-channel-x-symbolic", "channel-x" },
  [COR_CHANNEL_PHONE] = { N_ ("Phone"), "cor-channel-phone-symbolic", "channel-phone" },
};

static const ChannelLook *
look_of (CorChannel channel)
{
  return &looks[(guint) channel < COR_N_CHANNELS ? (guint) channel : COR_CHANNEL_API];
}

/**
 * cor_channel_get_title:
 *
 * Returns: (transfer none): the channel's name in the user's language
 */
const char *
cor_channel_get_title (CorChannel channel)
{
  return _ (look_of (channel)->title);
}

/**
 * cor_channel_get_icon_name:
 *
 * Returns: (transfer none): a symbolic icon of ours; the shape alone tells the channel
 */
const char *
cor_channel_get_icon_name (CorChannel channel)
{
  return look_of (channel)->icon_name;
}

/**
 * cor_channel_get_css_class:
 *
 * Returns: (transfer none): the class that colours a badge, or a glyph that also has "cor-channel"
 */
const char *
cor_channel_get_css_class (CorChannel channel)
{
  return look_of (channel)->css_class;
}
