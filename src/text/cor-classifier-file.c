/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-classifier-file"

#include "config.h"

#include "cor-classifier-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The file is of this machine: numbers are in its byte order, which the mark tells. */
typedef struct
{
  char    name[8];
  guint32 mark;
  guint32 n_labels;
  guint32 n_features;
  guint32 hidden;
  guint32 label_bytes; /* the labels, each with its NUL */
  guint32 unused;
} Head;

#define NAME "CORGUESS"
#define MARK 0x01020304
/* a classifier is far smaller; a broken number must not ask for all memory */
#define MOST 16777216

typedef struct
{
  gpointer numbers;
  gsize    size;
} Part;

#define N_PARTS 7

static void
get_parts (CorClassifier *self, Part *parts)
{
  gsize n = self->n_features;

  parts[0] = (Part){ self->hashes, n * sizeof (guint64) };
  parts[1] = (Part){ self->weights, n * sizeof (float) };
  parts[2] = (Part){ self->direct, n * self->width * sizeof (float) };
  parts[3] = (Part){ self->inward, n * COR_CLASSIFIER_HIDDEN * sizeof (float) };
  parts[4] = (Part){ self->outward, (gsize) COR_CLASSIFIER_HIDDEN * self->width * sizeof (float) };
  parts[5] = (Part){ self->bias, self->width * sizeof (float) };
  parts[6] = (Part){ self->hidden_bias, COR_CLASSIFIER_HIDDEN * sizeof (float) };
}

/**
 * cor_classifier_save:
 *
 * Returns: (transfer full): what cor_classifier_load() takes on the same kind of machine
 */
GBytes *
cor_classifier_save (CorClassifier *self)
{
  Head        head = { .mark = MARK, .n_labels = self->n_labels, .n_features = self->n_features, .hidden = COR_CLASSIFIER_HIDDEN };
  GByteArray *out = g_byte_array_new ();
  Part        parts[N_PARTS];

  memcpy (head.name, NAME, sizeof head.name);
  for (guint i = 0; i < self->n_labels; i++)
    head.label_bytes += (guint32) strlen (self->labels[i]) + 1;
  g_byte_array_append (out, (const guint8 *) &head, sizeof head);
  for (guint i = 0; i < self->n_labels; i++)
    g_byte_array_append (out, (const guint8 *) self->labels[i], (guint) strlen (self->labels[i]) + 1);
  get_parts (self, parts);
  for (guint i = 0; i < N_PARTS; i++)
    g_byte_array_append (out, parts[i].numbers, (guint) parts[i].size);
  return g_byte_array_free_to_bytes (out);
}

static gboolean
is_sound (const Head *head, gsize size)
{
  return size >= sizeof *head && memcmp (head->name, NAME, sizeof head->name) == 0 && head->mark == MARK && head->hidden == COR_CLASSIFIER_HIDDEN &&
         head->n_labels > 0 && head->n_labels < MOST && head->n_features < MOST && head->label_bytes <= size - sizeof *head &&
         (guint64) head->n_features * (head->n_labels + COR_CLASSIFIER_HIDDEN) * sizeof (float) <= size;
}

static char **
read_labels (const char *bytes, const Head *head)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  const char *end = bytes + head->label_bytes;

  while (bytes < end && labels->len < head->n_labels)
    {
      gsize length = strnlen (bytes, (gsize) (end - bytes));

      if (bytes + length == end || !g_utf8_validate_len (bytes, length, NULL))
        return NULL;
      g_ptr_array_add (labels, g_strndup (bytes, length));
      bytes += length + 1;
    }
  if (bytes != end || labels->len != head->n_labels)
    return NULL;
  g_ptr_array_add (labels, NULL);
  g_ptr_array_set_free_func (labels, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&labels), FALSE);
}

static gboolean
read_numbers (CorClassifier *self, const guint8 *bytes, gsize size)
{
  Part  parts[N_PARTS];
  gsize whole = 0;

  get_parts (self, parts);
  for (guint i = 0; i < N_PARTS; i++)
    whole += parts[i].size;
  if (whole != size)
    return FALSE;
  for (guint i = 0; i < N_PARTS; i++)
    {
      memcpy (parts[i].numbers, bytes, parts[i].size);
      bytes += parts[i].size;
    }
  return TRUE;
}

/**
 * cor_classifier_load:
 * @bytes: from cor_classifier_save()
 * @error: return location: %COR_CLASSIFIER_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the classifier, %NULL with @error set
 */
CorClassifier *
cor_classifier_load (GBytes *bytes, GError **error)
{
  gsize         size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Head          head = { .mark = 0 };
  char        **labels = NULL;
  g_autoptr (CorClassifier) self = NULL;

  if (size >= sizeof head)
    memcpy (&head, data, sizeof head);
  if (is_sound (&head, size))
    labels = read_labels ((const char *) data + sizeof head, &head);
  if (labels != NULL)
    self = cor_classifier_new (labels, head.n_features);
  if (self != NULL && read_numbers (self, data + sizeof head + head.label_bytes, size - sizeof head - head.label_bytes))
    return g_steal_pointer (&self);
  g_set_error_literal (error, COR_CLASSIFIER_ERROR, COR_CLASSIFIER_ERROR_DAMAGED, _ ("What was learned cannot be read: the file is damaged or of another machine."));
  return NULL;
}
