/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-liquid"

#include "config.h"

#include "cor-desk-json.h"
#include "cor-desk-liquid.h"

#include <string.h>

/* A quoted literal, or a path as contact.name or contact.custom_attribute.tier; unknown is empty. */
static char *
evaluate (const char *expression,
          gsize       length,
          JsonObject *drops)
{
  g_autofree char *whole = g_strndup (expression, length);
  g_auto (GStrv) path = NULL;
  char       *filter = NULL;
  JsonObject *object = drops;
  gsize       size;

  g_strstrip (whole);
  size = strlen (whole);
  if (size >= 2 && (whole[0] == '"' || whole[0] == '\'') && whole[size - 1] == whole[0])
    return g_strndup (whole + 1, size - 2);
  filter = strchr (whole, '|');
  if (filter != NULL)
    *filter = '\0';
  path = g_strsplit (g_strstrip (whole), ".", -1);
  for (guint i = 0; path[i] != NULL && object != NULL; i++)
    {
      if (path[i + 1] == NULL)
        return cor_desk_json_dup_scalar (object, path[i]);
      object = cor_desk_json_object (object, path[i]);
    }
  return NULL;
}

/* Text between backticks is spared. Returns where the span at @text ends, or @text if none begins there. */
static const char *
skip_code (const char *text)
{
  gsize       ticks = strspn (text, "`");
  const char *rest = text + ticks;

  if (ticks == 0)
    return text;
  for (const char *close = strchr (rest, '`'); close != NULL; close = strchr (close, '`'))
    {
      gsize run = strspn (close, "`");

      if (run == ticks)
        return close + run;
      close += run;
    }
  return text;
}

static const char *
skip_raw (const char *text,
          GString    *out)
{
  static const char *const raw[] = { "{% raw %}", "{%raw%}", "{%- raw -%}", NULL };
  static const char *const endraw[] = { "{% endraw %}", "{%endraw%}", "{%- endraw -%}", NULL };

  for (guint i = 0; raw[i] != NULL; i++)
    {
      const char *begin = text + strlen (raw[i]);
      const char *end;

      if (!g_str_has_prefix (text, raw[i]))
        continue;
      end = strstr (begin, endraw[i]);
      if (end == NULL)
        return NULL;
      g_string_append_len (out, begin, end - begin);
      return end + strlen (endraw[i]);
    }
  return NULL;
}

/**
 * cor_desk_liquid_expand:
 * @text: the content of an outgoing message
 * @drops: what the server knows: contact, agent, conversation, inbox, account
 *
 * What the service's Liquid does to a message (chatwoot.md §5, §8): variables are replaced, unknown
 * ones vanish, code spans and raw blocks are spared, and text that Liquid cannot parse stays as it
 * is. Other tags count as unparsable here: no agent writes loops into a reply.
 *
 * Returns: (transfer full): the text that is stored
 */
char *
cor_desk_liquid_expand (const char *text,
                        JsonObject *drops)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      const char *next = skip_code (at);
      const char *end;

      if (next != at)
        {
          g_string_append_len (out, at, next - at);
          at = next;
        }
      else if (g_str_has_prefix (at, "{%"))
        {
          at = skip_raw (at, out);
          if (at == NULL)
            return g_strdup (text);
        }
      else if (g_str_has_prefix (at, "{{"))
        {
          g_autofree char *value = NULL;

          end = strchr (at, '}');
          if (end == NULL || end[1] != '}')
            return g_strdup (text);
          value = evaluate (at + 2, (gsize) (end - at - 2), drops);
          g_string_append (out, value ? value : "");
          at = end + 2;
        }
      else
        g_string_append_c (out, *at++);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
