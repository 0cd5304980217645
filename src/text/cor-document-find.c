/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-document"

#include "config.h"

#include "cor-document.h"
#include "cor-fold.h"

#include <string.h>

/* A text as it is compared: folded character by character, so that every byte of it is still known in the text. */
typedef struct
{
  GString *folded;
  GArray  *origins; /* guint: the byte of the text that each byte comes from */
} Folded;

static void
append_folded (Folded *self, const char *text, guint at, const char *folded)
{
  for (const char *p = folded; *p; p++)
    {
      g_string_append_c (self->folded, *p);
      g_array_append_val (self->origins, at);
    }
}

/* A letter with the marks that follow it is folded as one, since accents fall away. */
static void
fold_cluster (Folded *self, const char *text, guint start, guint end, GHashTable *known)
{
  g_autofree char *cluster = g_strndup (text + start, end - start);
  const char      *folded = NULL;

  if (g_unichar_isspace (g_utf8_get_char (cluster)))
    folded = " ";
  else if (end - start == 1)
    {
      cluster[0] = g_ascii_tolower (cluster[0]);
      folded = cluster;
    }
  else
    {
      folded = g_hash_table_lookup (known, cluster);
      if (folded == NULL)
        {
          char *made = cor_fold (cluster);

          folded = made;
          g_hash_table_insert (known, g_steal_pointer (&cluster), made);
        }
    }
  append_folded (self, text, start, folded);
}

static void
fold_text (Folded *self, const char *text)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *p = text;

  self->folded = g_string_new (NULL);
  self->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  while (*p)
    {
      const char *end = g_utf8_next_char (p);

      while (*end && (guchar) *end >= 0xcc && g_unichar_ismark (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      fold_cluster (self, text, (guint) (p - text), (guint) (end - text), known);
      p = end;
    }
  append_folded (self, text, (guint) (p - text), "\n"); /* the end is known too, and is never sought */
}

static void
clear_folded (Folded *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->origins);
}

/**
 * cor_text_find:
 * @text: valid UTF-8
 * @sought: (nullable): what somebody typed
 *
 * Where @sought stands in @text, compared as cor_fold() does: case, accents, full width and Traditional characters
 * make no difference. Any thread.
 *
 * Returns: (transfer full) (element-type CorTextRange): the places in order, none over another
 */
GArray *
cor_text_find (const char *text, const char *sought)
{
  GArray          *ranges = g_array_new (FALSE, FALSE, sizeof (CorTextRange));
  g_autofree char *needle = cor_fold (sought);
  gsize            len = strlen (needle);
  Folded           folded = { 0 };

  g_return_val_if_fail (text != NULL, ranges);

  if (len == 0)
    return ranges;
  fold_text (&folded, text);
  for (const char *p = folded.folded->str; (p = strstr (p, needle)) != NULL;)
    {
      gsize        at = (gsize) (p - folded.folded->str);
      CorTextRange range = { g_array_index (folded.origins, guint, at), g_array_index (folded.origins, guint, at + len) };

      p += len;
      /* a letter that is folded to two is found as a whole */
      if (range.end == g_array_index (folded.origins, guint, at + len - 1))
        while (at + len < folded.origins->len && g_array_index (folded.origins, guint, at + len) == range.end)
          at++;
      range.end = g_array_index (folded.origins, guint, at + len);
      g_array_append_val (ranges, range);
    }
  clear_folded (&folded);
  return ranges;
}
