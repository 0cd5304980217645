/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-snippet"

#include "config.h"

#include "cor-markdown.h"

#include <string.h>
#include <unicode/ubrk.h>

/* Code points per character at most: a tower of accents must not fill a row. */
#define MAX_MARKS 16

static void
free_breaker (gpointer breaker)
{
  ubrk_close (breaker);
}

/* One per thread: it holds the text while it works, and opening it is slow. */
static UBreakIterator *
get_breaker (void)
{
  static GPrivate breakers = G_PRIVATE_INIT (free_breaker);
  UBreakIterator *breaker = g_private_get (&breakers);
  UErrorCode      status = U_ZERO_ERROR;

  if (breaker)
    return breaker;
  breaker = ubrk_open (UBRK_CHARACTER, "", NULL, 0, &status);
  if (U_FAILURE (status))
    return NULL;
  g_private_set (&breakers, breaker);
  return breaker;
}

/* Bytes of the first @n_clusters of @text, which is no longer than needed. */
static gsize
measure_clusters (const char *text,
                  gsize       len,
                  guint       n_clusters)
{
  UBreakIterator *breaker = get_breaker ();
  UErrorCode      status = U_ZERO_ERROR;
  UText           utext = UTEXT_INITIALIZER;
  gsize           bytes = 0;

  if (breaker == NULL)
    return (gsize) (g_utf8_offset_to_pointer (text, MIN (n_clusters, (guint) g_utf8_strlen (text, (gssize) len))) - text);

  utext_openUTF8 (&utext, text, (int64_t) len, &status);
  ubrk_setUText (breaker, &utext, &status);
  for (guint i = 0; i < n_clusters && U_SUCCESS (status); i++)
    {
      int32_t next = ubrk_next (breaker);

      if (next == UBRK_DONE)
        break;
      bytes = (gsize) next;
    }
  utext_close (&utext);
  return bytes;
}

static char *
fold_blanks (const char *text,
             gsize       max_points,
             gboolean   *cut)
{
  GString *out = g_string_new (NULL);
  gboolean blank = FALSE;
  gsize    n = 0;

  *cut = FALSE;
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        {
          blank = out->len > 0;
          continue;
        }
      if (n >= max_points)
        {
          *cut = TRUE;
          break;
        }
      if (blank)
        g_string_append_c (out, ' ');
      n += blank ? 2 : 1;
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * cor_snippet:
 * @text: (nullable): any text
 * @max_chars: characters as a reader counts them (grapheme clusters)
 *
 * Folds all whitespace to single blanks and cuts after @max_chars, with an
 * ellipsis as the last one where something was cut. Any thread.
 *
 * Returns: (transfer full): one line of text
 */
char *
cor_snippet (const char *text,
             guint       max_chars)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  gboolean         cut = FALSE;
  g_autofree char *line = fold_blanks (valid, ((gsize) max_chars + 1) * MAX_MARKS, &cut);
  gsize            len = strlen (line);
  gsize            bytes;

  if (max_chars == 0)
    return g_strdup ("");
  if (!cut && (len <= max_chars || (gsize) g_utf8_strlen (line, (gssize) len) <= max_chars || measure_clusters (line, len, max_chars) == len))
    return g_steal_pointer (&line);

  bytes = measure_clusters (line, len, max_chars - 1);
  while (bytes > 0 && line[bytes - 1] == ' ')
    bytes--;
  return g_strdup_printf ("%.*s\u2026", (int) MIN (bytes, (gsize) G_MAXINT), line);
}
