/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-link"

#include "config.h"

#include "cor-link.h"

#include <string.h>

#define MAX_ADDRESS 2048
#define MAX_SLUG 200

/**
 * cor_link_is_safe:
 * @address: bytes of valid UTF-8
 * @len: how many
 *
 * Only what a browser or a mail program opens, and nothing in it that makes it look like another address.
 * Any thread.
 *
 * Returns: whether it may become a link
 */
gboolean
cor_link_is_safe (const char *address, gsize len)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };

  if (len > MAX_ADDRESS)
    return FALSE;
  for (const char *p = address; p < address + len; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* direction controls in an address show another host */
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
          c == '<' || c == '>' || c == '"')
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (len > strlen (schemes[i]) && g_ascii_strncasecmp (address, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Letters, digits and single marks between them, as help centres make their slugs. */
static gboolean
is_slug (const char *text, gsize len)
{
  if (len == 0 || len > MAX_SLUG || !g_ascii_isalnum (text[0]))
    return FALSE;
  for (gsize i = 1; i < len; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '_')
      return FALSE;
  return TRUE;
}

/* "/hc/handbook/articles/delays" of a help centre (chatwoot.md §12), "./delays" and "delays.md" are all "delays". */
static char *
dup_slug (const char *address)
{
  gsize       len = strcspn (address, "#?");
  const char *fragment = strchr (address + len, '#');
  const char *start = address;

  if (g_str_has_prefix (address, "/hc/"))
    {
      start = g_strrstr_len (address, (gssize) len, "/articles/");
      if (start == NULL)
        return NULL;
      start += strlen ("/articles/");
    }
  else if (g_str_has_prefix (address, "./"))
    start += 2;
  len -= (gsize) (start - address);
  if (len > 3 && strncmp (start + len - 3, ".md", 3) == 0)
    len -= 3;
  if (!is_slug (start, len))
    return NULL;
  return g_strdup_printf ("%.*s%s", (int) len, start, fragment != NULL && fragment[1] != '\0' ? fragment : "");
}

/**
 * cor_link_classify:
 * @address: (nullable): where a link goes, as it is written
 * @target: (out) (transfer full): what to follow, see #CorLinkKind; %NULL for none
 *
 * Any thread.
 *
 * Returns: what it is
 */
CorLinkKind
cor_link_classify (const char *address, char **target)
{
  g_autofree char *clean = g_strstrip (g_utf8_make_valid (address ? address : "", -1));

  *target = NULL;
  if (cor_link_is_safe (clean, strlen (clean)))
    {
      *target = g_steal_pointer (&clean);
      return COR_LINK_WEB;
    }
  if (clean[0] == '#' && clean[1] != '\0')
    {
      *target = g_uri_unescape_string (clean + 1, NULL);
      if (*target == NULL)
        *target = g_strdup (clean + 1);
      return COR_LINK_HEADING;
    }
  *target = dup_slug (clean);
  return *target != NULL ? COR_LINK_ARTICLE : COR_LINK_NONE;
}
