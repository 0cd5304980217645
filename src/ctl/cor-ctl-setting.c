/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-setting.h"

#include "cor-ctl-error.h"

#include <glib/gi18n-lib.h>

/* As many as the engine keeps; chatwoot.md §15 asks for three. */
#define MAX_WAITS 8
#define DAY_SECONDS (24 * 60 * 60)

#define DOMAIN "[a-z0-9-]+(\\.[a-z0-9-]+)+"

typedef enum
{
  NUMBER,
  DAYS_OR_ALL,
  WAITS,
  DOMAINS,
} Form;

static const struct
{
  const char *key;
  Form        form;
  guint       least, most;
} settings[] = {
  { "check-waits", WAITS, 0, DAY_SECONDS },
  { "history", DAYS_OR_ALL, 1, 36500 },
  { "undo-email", NUMBER, 0, 3600 },
  { "undo-messaging", NUMBER, 0, 3600 },
  { "stale-email", NUMBER, 0, 30 * DAY_SECONDS },
  { "stale-messaging", NUMBER, 0, 30 * DAY_SECONDS },
  { "translation", NUMBER, 0, 1 },
  { "poll", NUMBER, 1, DAY_SECONDS },
  { "backoff-ms", NUMBER, 10, 600000 },
  { "domains", DOMAINS, 0, 0 },
};

static gboolean
is_number (const char *value,
           guint       least,
           guint       most)
{
  return g_ascii_string_to_unsigned (value, 10, least, most, NULL, NULL);
}

/* "0,30,120": seconds, fractions allowed, none before the one before it. */
static gboolean
are_waits (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);
  double last = 0;

  if (g_str_equal (value, "none"))
    return TRUE;
  if (parts[0] == NULL || g_strv_length (parts) > MAX_WAITS)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char  *end = NULL;
      double seconds = g_ascii_strtod (parts[i], &end);

      if (!g_ascii_isdigit (*parts[i]) || *end != '\0' || !(seconds >= last && seconds <= DAY_SECONDS))
        return FALSE;
      last = seconds;
    }
  return TRUE;
}

static gboolean
check_value (guint       i,
             const char *value,
             GError    **error)
{
  switch (settings[i].form)
    {
    case WAITS:
      if (are_waits (value))
        return TRUE;
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE,
                   _ ("“%s” takes up to %d ascending numbers of seconds such as 0,30,120, not “%s”"), settings[i].key, MAX_WAITS, value);
      return FALSE;
    case DAYS_OR_ALL:
      if (g_str_equal (value, "all") || is_number (value, settings[i].least, settings[i].most))
        return TRUE;
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” takes a number of days from %u to %u, or all, not “%s”"), settings[i].key,
                   settings[i].least, settings[i].most, value);
      return FALSE;
    case DOMAINS:
      if (g_regex_match_simple ("^(" DOMAIN "(," DOMAIN ")*)?$", value, 0, 0))
        return TRUE;
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” takes names of servers such as pay.example,help.pay.example, not “%s”"), settings[i].key, value);
      return FALSE;
    case NUMBER:
    default:
      if (is_number (value, settings[i].least, settings[i].most))
        return TRUE;
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” takes a number from %u to %u, not “%s”"), settings[i].key,
                   settings[i].least, settings[i].most, value);
      return FALSE;
    }
}

/**
 * cor_ctl_setting_check:
 * @key: of an account's setting, as cor-store-accounts.h lists them
 * @value: what somebody typed
 * @error: %COR_CTL_ERROR_USAGE, with what the setting takes
 *
 * Returns: whether it can be set to that
 */
gboolean
cor_ctl_setting_check (const char *key,
                       const char *value,
                       GError    **error)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      if (g_str_equal (settings[i].key, key))
        return check_value (i, value, error);
      g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", settings[i].key);
    }

  /* Translators: the second %s is a list of words */
  g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("There is no setting “%s”; there are: %s"), key, keys->str);
  return FALSE;
}
