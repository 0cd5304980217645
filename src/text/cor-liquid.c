/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-liquid"

#include "config.h"

#include "cor-liquid.h"

#include <string.h>

/* Output tags of Liquid that render to one brace and one backtick. A single
 * brace in quotes: "{%" inside an output tag confuses newer tokenizers. The
 * backtick is encoded since the server pairs up every backtick that it sees,
 * before Liquid runs. */
#define BRACE "{{ '{' }}"
#define BACKTICK "{{ '%60' | url_decode }}"

static gboolean
opens_tag (const char *p)
{
  return p[0] == '{' && (p[1] == '{' || p[1] == '%');
}

static gboolean
contains_tag (const char *start,
              const char *end)
{
  for (const char *p = start; p < end; p++)
    if (opens_tag (p))
      return TRUE;
  return FALSE;
}

/* The server puts {% raw %} around every pair of backticks. That spares what is
 * between them, but not always: "{{" inside can swallow the end of the raw block,
 * and a brace before the pair would join its start. Such a pair is written in
 * another way. */
static gboolean
pair_is_harmless (const char *text,
                  const char *start,
                  const char *end)
{
  return !contains_tag (start, end) && (start == text || start[-1] != '{');
}

static void
append_escaped (GString    *out,
                const char *start,
                const char *end,
                gboolean    backtick_follows)
{
  for (const char *p = start; p < end; p++)
    {
      gboolean last = p + 1 == end;

      if (*p == '{' && ((!last && opens_tag (p)) || (last && backtick_follows)))
        g_string_append (out, BRACE);
      else
        g_string_append_c (out, *p);
    }
}

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
  GString    *out = g_string_new (NULL);
  const char *p = text ? text : "";
  const char *start = p;

  for (const char *open = strchr (p, '`'); open; open = strchr (p, '`'))
    {
      const char *close = strchr (open + 1, '`');

      if (close == NULL)
        break;
      if (pair_is_harmless (start, open, close))
        {
          append_escaped (out, p, open, FALSE);
          g_string_append_len (out, open, close + 1 - open);
        }
      else
        {
          append_escaped (out, p, open, TRUE);
          g_string_append (out, BACKTICK);
          append_escaped (out, open + 1, close, TRUE);
          g_string_append (out, BACKTICK);
        }
      p = close + 1;
    }
  append_escaped (out, p, p + strlen (p), FALSE);
  return g_string_free (out, FALSE);
}
