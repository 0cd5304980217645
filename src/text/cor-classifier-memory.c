/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-classifier-memory"

#include "config.h"

#include "cor-classifier-private.h"
#include "cor-text-features.h"

#include <math.h>
#include <string.h>

/* Two questions are alike when the cosine of their words and pairs of words, weighted by rarity, is this at least. */
#define ALIKE 0.3f

/*
 * cor_classifier_memory_alloc:
 *
 * Makes room; the places are all 0.
 */
void
cor_classifier_memory_alloc (CorClassifier *self, guint n_texts, guint n_words)
{
  CorClassifierMemory *memory = &self->memory;

  memory->n_texts = n_texts;
  memory->n_words = n_words;
  memory->labels = g_new0 (guint32, (gsize) self->n_labels + 1);
  memory->texts = g_new0 (guint32, (gsize) n_texts + 1);
  memory->words = g_new0 (guint32, MAX (n_words, 1));
}

/* What was listed has no words here: it is like nothing. */
static guint
count_words (const CorExample *example, const CorClassifierText *text)
{
  guint n = 0;

  for (guint i = 0; !example->is_listed && i < text->n; i++)
    n += text->kinds[i] == 0;
  return n;
}

/*
 * cor_classifier_remember:
 * @examples: (array length=n): those that were asked are counted later
 * @texts: (array length=n): the same as features
 * @answers: (array length=n): their labels
 */
void
cor_classifier_remember (CorClassifier *self, const CorExample *examples, const CorClassifierText *texts, const guint *answers, guint n)
{
  CorClassifierMemory *memory = &self->memory;
  g_autofree guint    *order = g_new (guint, n);
  g_autofree guint    *next = g_new0 (guint, (gsize) self->n_labels + 1);
  guint                n_words = 0;

  for (guint i = 0; i < n; i++)
    {
      n_words += count_words (&examples[i], &texts[i]);
      next[answers[i] + 1]++;
    }
  cor_classifier_memory_alloc (self, n, n_words);
  for (guint i = 0; i < self->n_labels; i++)
    next[i + 1] += next[i];
  for (guint i = 0; i <= self->n_labels; i++)
    memory->labels[i] = next[i];
  for (guint i = 0; i < n; i++)
    order[next[answers[i]]++] = i;
  n_words = 0;
  for (guint i = 0; i < n; i++)
    {
      const CorClassifierText *text = &texts[order[i]];

      for (guint k = 0; !examples[order[i]].is_listed && k < text->n; k++)
        if (text->kinds[k] == 0)
          memory->words[n_words++] = text->features[k];
      memory->texts[i + 1] = n_words;
    }
}

static gboolean
is_alike (const CorClassifier *self, const CorClassifierText *text, float length, const guint32 *words, guint n)
{
  float shared = 0.0f;
  float other = 0.0f;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      float weight = self->weights[words[i]] * self->weights[words[i]];

      other += weight;
      while (at < text->n && (text->features[at] < words[i] || text->kinds[at] != 0))
        at++;
      if (at < text->n && text->features[at] == words[i])
        shared += weight;
    }
  return shared > 0.0f && shared >= ALIKE * sqrtf (length * other);
}

/**
 * cor_classifier_count_similar:
 * @text: (nullable): a message
 * @label: one of the classifier's
 *
 * Any thread.
 *
 * Returns: how many of the examples that were asked and that this label answered are worded like @text
 */
guint
cor_classifier_count_similar (CorClassifier *self, const char *text, const char *label)
{
  g_auto (CorClassifierText) read = { NULL, NULL, NULL, 0 };
  const CorClassifierMemory *memory = &self->memory;
  float                      length = 0.0f;
  guint                      which = 0;
  guint                      n = 0;

  while (which < self->n_labels && strcmp (self->labels[which], label) != 0)
    which++;
  if (which == self->n_labels)
    return 0;
  cor_classifier_read (self, text, &read);
  for (guint i = 0; i < read.n; i++)
    if (read.kinds[i] == 0)
      length += self->weights[read.features[i]] * self->weights[read.features[i]];
  for (guint i = memory->labels[which]; i < memory->labels[which + 1]; i++)
    n += is_alike (self, &read, length, memory->words + memory->texts[i], memory->texts[i + 1] - memory->texts[i]);
  return n;
}

/**
 * cor_classifier_get_familiarity:
 * @text: (nullable): a message
 *
 * A guess about a text whose telling words were in no example says little; of one without any known word it only
 * tells which label is common. Any thread.
 *
 * Returns: which part of the text's words the examples had, each by how much it tells; from 0 to 1
 */
float
cor_classifier_get_familiarity (CorClassifier *self, const char *text)
{
  g_autoptr (GArray) features = cor_text_features (text);
  float most = 1.0f;
  float known = 0.0f;
  float all = 0.0f;

  for (guint i = 0; i < self->n_features; i++)
    most = MAX (most, self->weights[i]);
  for (guint i = 0; i < features->len; i++)
    {
      const CorTextFeature *feature = &g_array_index (features, CorTextFeature, i);
      guint32               which = 0;
      gboolean              is_known;

      if (feature->is_piece || feature->is_pair)
        continue;
      is_known = cor_classifier_find (self, feature->hash, &which);
      all += is_known ? self->weights[which] : most;
      known += is_known ? self->weights[which] : 0.0f;
    }
  return all > 0.0f ? known / all : 0.0f;
}

guint
cor_classifier_get_n_labels (CorClassifier *self)
{
  return self->n_labels;
}

gboolean
cor_classifier_has_label (CorClassifier *self, const char *label)
{
  return g_strv_contains ((const char *const *) self->labels, label);
}
