/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-channel.h"

G_BEGIN_DECLS

/* How a channel is shown to people. All strings are static. */

const char *cor_channel_get_title (CorChannel channel);
const char *cor_channel_get_icon_name (CorChannel channel);
const char *cor_channel_get_css_class (CorChannel channel);

G_END_DECLS
