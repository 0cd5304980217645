/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a conversation is held. The values are stored: never renumber. */
typedef enum
{
  COR_CHANNEL_API = 0, /* some other system behind an open interface */
  COR_CHANNEL_EMAIL = 1,
  COR_CHANNEL_WEB = 2,
  COR_CHANNEL_WHATSAPP = 3,
  COR_CHANNEL_WECHAT = 4,
  COR_CHANNEL_TELEGRAM = 5,
  COR_CHANNEL_LINE = 6,
  COR_CHANNEL_SMS = 7,
  COR_CHANNEL_FACEBOOK = 8,
  COR_CHANNEL_INSTAGRAM = 9,
  COR_CHANNEL_X = 10,
  COR_CHANNEL_PHONE = 11,
} CorChannel;

#define COR_N_CHANNELS (COR_CHANNEL_PHONE + 1)

const char *cor_channel_to_string (CorChannel channel);
CorChannel  cor_channel_from_string (const char *name);
gboolean    cor_channel_is_live (CorChannel channel);
gboolean    cor_channel_takes_answers (CorChannel channel);
guint       cor_channel_get_undo_seconds (CorChannel channel);
guint       cor_channel_get_window_seconds (CorChannel channel);

G_END_DECLS
