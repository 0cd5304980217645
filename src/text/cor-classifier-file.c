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
  guint32 n_texts, n_words;
  guint32 nets;
} Head;

#define NAME "CORGUES2"
#define MARK 0x01020304
/* a classifier is far smaller; a broken number must not ask for all memory */
#define MOST 16777216

typedef struct
{
  gpointer numbers;
  gsize    size;
} Part;

#define N_PARTS (5 + 5 * COR_CLASSIFIER_NETS)

static void
get_parts (CorClassifier *self, Part *parts)
{
  gsize n = self->n_features;

  parts[0] = (Part){ self->hashes, n * sizeof (guint64) };
  parts[1] = (Part){ self->weights, n * sizeof (float) };
  parts[2] = (Part){ self->memory.labels, (self->n_labels + (gsize) 1) * sizeof (guint32) };
  parts[3] = (Part){ self->memory.texts, (self->memory.n_texts + (gsize) 1) * sizeof (guint32) };
  parts[4] = (Part){ self->memory.words, self->memory.n_words * sizeof (guint32) };
  for (guint i = 0; i < COR_CLASSIFIER_NETS; i++)
    {
      const CorClassifierNet *net = &self->nets[i];
      Part                   *part = parts + 5 + i * 5;

      part[0] = (Part){ net->direct, n * self->width * sizeof (float) };
      part[1] = (Part){ net->inward, n * COR_CLASSIFIER_HIDDEN * sizeof (float) };
      part[2] = (Part){ net->outward, (gsize) COR_CLASSIFIER_HIDDEN * self->width * sizeof (float) };
      part[3] = (Part){ net->bias, self->width * sizeof (float) };
      part[4] = (Part){ net->hidden_bias, COR_CLASSIFIER_HIDDEN * sizeof (float) };
    }
}

/**
 * cor_classifier_save:
 *
 * Returns: (transfer full): what cor_classifier_load() takes on the same kind of machine
 */
GBytes *
cor_classifier_save (CorClassifier *self)
{
  Head        head = { .mark = MARK, .n_labels = self->n_labels, .n_features = self->n_features, .hidden = COR_CLASSIFIER_HIDDEN, .nets = COR_CLASSIFIER_NETS, .n_texts = self->memory.n_texts, .n_words = self->memory.n_words };
  GByteArray *out = NULL;
  Part        parts[N_PARTS];
  gsize       size = sizeof head;

  memcpy (head.name, NAME, sizeof head.name);
  for (guint i = 0; i < self->n_labels; i++)
    head.label_bytes += (guint32) strlen (self->labels[i]) + 1;
  get_parts (self, parts);
  for (guint i = 0; i < N_PARTS; i++)
    size += parts[i].size;
  /* at once: growing would take twice the memory */
  out = g_byte_array_sized_new ((guint) (size + head.label_bytes));
  g_byte_array_append (out, (const guint8 *) &head, sizeof head);
  for (guint i = 0; i < self->n_labels; i++)
    g_byte_array_append (out, (const guint8 *) self->labels[i], (guint) strlen (self->labels[i]) + 1);
  for (guint i = 0; i < N_PARTS; i++)
    g_byte_array_append (out, parts[i].numbers, (guint) parts[i].size);
  return g_byte_array_free_to_bytes (out);
}

static gboolean
is_sound (const Head *head, gsize size)
{
  return size >= sizeof *head && memcmp (head->name, NAME, sizeof head->name) == 0 && head->mark == MARK && head->hidden == COR_CLASSIFIER_HIDDEN && head->nets == COR_CLASSIFIER_NETS &&
         head->n_labels > 0 && head->n_labels < MOST && head->n_features < MOST && head->n_texts < MOST && head->n_words <= size / sizeof (guint32) && head->label_bytes <= size - sizeof *head &&
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

/* Places that do not ascend, or lie outside, would be read past the end. */
static gboolean
is_memory_sound (const CorClassifier *self)
{
  const CorClassifierMemory *memory = &self->memory;
  gboolean                   is_sound = memory->labels[0] == 0 && memory->labels[self->n_labels] == memory->n_texts && memory->texts[0] == 0 &&
                      memory->texts[memory->n_texts] == memory->n_words;

  for (guint i = 0; is_sound && i < self->n_labels; i++)
    is_sound = memory->labels[i] <= memory->labels[i + 1];
  for (guint i = 0; is_sound && i < memory->n_texts; i++)
    is_sound = memory->texts[i] <= memory->texts[i + 1];
  for (guint i = 0; is_sound && i < memory->n_words; i++)
    is_sound = memory->words[i] < self->n_features;
  return is_sound;
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
  if (self != NULL)
    cor_classifier_memory_alloc (self, head.n_texts, head.n_words);
  if (self != NULL && read_numbers (self, data + sizeof head + head.label_bytes, size - sizeof head - head.label_bytes) && is_memory_sound (self))
    return g_steal_pointer (&self);
  g_set_error_literal (error, COR_CLASSIFIER_ERROR, COR_CLASSIFIER_ERROR_DAMAGED, _ ("What was learned cannot be read: the file is damaged or of another machine."));
  return NULL;
}
