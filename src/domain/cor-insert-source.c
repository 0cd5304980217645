/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-insert-source.h"

#include <string.h>

/* How long a run of the inserted text is no chance, and no closing formula: in letters, of which a Chinese character is
 * worth three. */
#define RUN 30
#define WIDE 3

/**
 * cor_insert_source_copy:
 *
 * Returns: (transfer full): an own copy
 */
CorInsertSource *
cor_insert_source_copy (const CorInsertSource *self)
{
  CorInsertSource *copy = g_new0 (CorInsertSource, 1);

  copy->kind = g_strdup (self->kind);
  copy->id = g_strdup (self->id);
  copy->version = g_strdup (self->version);
  copy->locale = g_strdup (self->locale);
  copy->text = g_strdup (self->text);
  copy->original = g_strdup (self->original);
  return copy;
}

/**
 * cor_insert_source_free:
 * @self: (transfer full): a copy
 */
void
cor_insert_source_free (CorInsertSource *self)
{
  g_free ((char *) self->kind);
  g_free ((char *) self->id);
  g_free ((char *) self->version);
  g_free ((char *) self->locale);
  g_free ((char *) self->text);
  g_free ((char *) self->original);
  g_free (self);
}

/**
 * cor_insert_source_array_new:
 *
 * Returns: (transfer full) (element-type CorInsertSource): for copies that the array owns
 */
GPtrArray *
cor_insert_source_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cor_insert_source_free);
}

/**
 * cor_insert_source_array_dup:
 * @sources: (nullable) (element-type CorInsertSource):
 *
 * Returns: (transfer full) (nullable): an array with copies, %NULL for none
 */
GPtrArray *
cor_insert_source_array_dup (GPtrArray *sources)
{
  GPtrArray *copies;

  if (sources == NULL || sources->len == 0)
    return NULL;
  copies = cor_insert_source_array_new ();
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (copies, cor_insert_source_copy (sources->pdata[i]));
  return copies;
}

/* Letters and figures alone: wrapping, spacing and capitals may change around a text that stays. @starts: gets the
 * offsets at which words begin, or any character of a script without spaces. */
static GString *
fold (const char *text,
      GArray     *starts)
{
  GString *folded = g_string_new (NULL);
  gboolean is_within = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalnum (c))
        {
          if (starts != NULL && (!is_within || g_unichar_iswide (c)))
            g_array_append_val (starts, folded->len);
          g_string_append_unichar (folded, g_unichar_tolower (c));
        }
      is_within = g_unichar_isalnum (c);
    }
  return folded;
}

/* NULL: what is left of @text is shorter than a run. */
static const char *
find_run_end (const char *text)
{
  guint weight = 0;

  for (; *text != '\0' && weight < RUN; text = g_utf8_next_char (text))
    weight += g_unichar_iswide (g_utf8_get_char (text)) ? WIDE : 1;
  return weight >= RUN ? text : NULL;
}

static gboolean
shares_run (const GString *inserted,
            const GArray  *starts,
            const char    *reply)
{
  for (guint i = 0; i < starts->len; i++)
    {
      const char      *start = inserted->str + g_array_index (starts, gsize, i);
      const char      *end = find_run_end (start);
      g_autofree char *run = NULL;

      if (end == NULL && i > 0)
        break;
      run = end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
      if (strstr (reply, run) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * cor_insert_source_is_left_in:
 * @reply: what is about to be sent
 *
 * A text that was inserted and edited is still from there; one that was deleted again is not. It is left
 * while some clause of it stands in the reply, 30 letters from the beginning of a word or 10 Chinese
 * characters, or all of a shorter text; wherever it was moved, and however it came back.
 *
 * Returns: whether anything of @self's text is left
 */
gboolean
cor_insert_source_is_left_in (const CorInsertSource *self,
                              const char            *reply)
{
  g_autoptr (GArray) starts = NULL;
  g_autoptr (GString) inserted = NULL;
  g_autoptr (GString) written = NULL;

  g_return_val_if_fail (self != NULL && reply != NULL, FALSE);

  if (self->text == NULL)
    return TRUE;
  starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  inserted = fold (self->text, starts);
  if (inserted->len == 0) /* signs alone */
    return strstr (reply, self->text) != NULL;
  written = fold (reply, NULL);
  return shares_run (inserted, starts, written->str);
}
