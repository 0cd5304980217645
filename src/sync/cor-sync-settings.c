/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-sync-settings.h"

#define DEFAULT_WAITS "0,30,120"
#define MAX_WAIT_SECONDS (24 * 60 * 60)

static guint
get_number (GHashTable *texts,
            const char *key,
            guint       otherwise)
{
  const char *text = g_hash_table_lookup (texts, key);
  guint64     value;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &value, NULL))
    return otherwise;
  return (guint) value;
}

/* "0,30,120": seconds, fractions allowed, none before the one before it. */
static gboolean
read_waits (CorSyncSettings *self,
            const char      *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  double last = 0;

  self->n_waits = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char  *part = g_strstrip (parts[i]), *end = NULL;
      double seconds = g_ascii_strtod (part, &end);

      if (i == COR_SYNC_MAX_WAITS || !g_ascii_isdigit (*part) || *end != '\0' || !(seconds >= last && seconds <= MAX_WAIT_SECONDS))
        return FALSE;
      last = seconds;
      self->waits_ms[self->n_waits++] = (guint) (seconds * 1000);
    }
  return self->n_waits > 0;
}

/* "none" for no wait at all. What is not understood must not be taken for that, nor for a short wait:
 * a lost answer that is not waited for is sent twice. */
static void
parse_waits (CorSyncSettings *self,
             const char      *text)
{
  if (g_strcmp0 (text, "none") == 0)
    self->n_waits = 0;
  else if (text == NULL || !read_waits (self, text))
    read_waits (self, DEFAULT_WAITS);
}

/**
 * cor_sync_settings_parse:
 * @self: (out caller-allocates): what holds
 * @texts: (element-type utf8 utf8): the account's settings as stored
 *
 * A value that cannot be read counts as not set. Waits: chatwoot.md §15; stale: 4 h for mail, 15
 * minutes for messaging.
 */
void
cor_sync_settings_parse (CorSyncSettings *self,
                         GHashTable      *texts)
{
  const char *history = g_hash_table_lookup (texts, "history");

  parse_waits (self, g_hash_table_lookup (texts, "check-waits"));
  self->history_all = g_strcmp0 (history, "all") == 0;
  self->history_days = get_number (texts, "history", 90);
  self->undo_email = get_number (texts, "undo-email", cor_channel_get_undo_seconds (COR_CHANNEL_EMAIL));
  self->undo_messaging = get_number (texts, "undo-messaging", cor_channel_get_undo_seconds (COR_CHANNEL_WEB));
  self->stale_email = get_number (texts, "stale-email", 4 * 60 * 60);
  self->stale_messaging = get_number (texts, "stale-messaging", 15 * 60);
  self->poll_seconds = MAX (1, get_number (texts, "poll", 120));
  self->backoff_ms = MAX (10, get_number (texts, "backoff-ms", 2000));
}

/**
 * cor_sync_settings_get_cutoff:
 * @now: seconds since the epoch
 *
 * Returns: what happened before this is not kept here, unless asked for; 0: everything is
 */
gint64
cor_sync_settings_get_cutoff (const CorSyncSettings *self,
                              gint64                 now)
{
  return self->history_all ? 0 : now - (gint64) self->history_days * 24 * 60 * 60;
}

guint
cor_sync_settings_get_undo (const CorSyncSettings *self,
                            CorChannel             channel)
{
  return cor_channel_is_live (channel) ? self->undo_messaging : self->undo_email;
}

guint
cor_sync_settings_get_stale (const CorSyncSettings *self,
                             CorChannel             channel)
{
  return cor_channel_is_live (channel) ? self->stale_messaging : self->stale_email;
}
