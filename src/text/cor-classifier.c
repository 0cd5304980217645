/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-classifier"

#include "config.h"

#include "cor-classifier-private.h"
#include "cor-text-features.h"

#include <math.h>
#include <string.h>

#define LANES 8

G_DEFINE_QUARK (cor - classifier - error - quark, cor_classifier_error)

/*
 * cor_classifier_new:
 * @labels: (transfer full): NULL-terminated
 * @n_features: how many it will know
 *
 * Returns: (transfer full): one with every number zero
 */
CorClassifier *
cor_classifier_new (char **labels, guint n_features)
{
  CorClassifier *self = g_new0 (CorClassifier, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->labels = labels;
  self->n_labels = g_strv_length (labels);
  self->width = (self->n_labels + LANES - 1) / LANES * LANES;
  self->n_features = n_features;
  self->hashes = g_new0 (guint64, n_features);
  self->weights = g_new0 (float, n_features);
  for (guint i = 0; i < COR_CLASSIFIER_NETS; i++)
    self->nets[i] = (CorClassifierNet){ .direct = g_new0 (float, (gsize) n_features * self->width),
                                        .inward = g_new0 (float, (gsize) n_features *COR_CLASSIFIER_HIDDEN),
                                        .outward = g_new0 (float, (gsize) COR_CLASSIFIER_HIDDEN * self->width),
                                        .bias = g_new0 (float, self->width),
                                        .hidden_bias = g_new0 (float, COR_CLASSIFIER_HIDDEN) };
  return self;
}

/**
 * cor_classifier_ref:
 *
 * Returns: (transfer full): @self
 */
CorClassifier *
cor_classifier_ref (CorClassifier *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cor_classifier_unref:
 */
void
cor_classifier_unref (CorClassifier *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_strfreev (self->labels);
  g_free (self->hashes);
  g_free (self->weights);
  for (guint i = 0; i < COR_CLASSIFIER_NETS; i++)
    {
      g_free (self->nets[i].direct);
      g_free (self->nets[i].inward);
      g_free (self->nets[i].outward);
      g_free (self->nets[i].bias);
      g_free (self->nets[i].hidden_bias);
    }
  g_free (self->memory.labels);
  g_free (self->memory.texts);
  g_free (self->memory.words);
  g_free (self);
}

gboolean
cor_classifier_find (const CorClassifier *self, guint64 hash, guint32 *feature)
{
  guint low = 0;
  guint high = self->n_features;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->hashes[middle] < hash)
        low = middle + 1;
      else
        high = middle;
    }
  *feature = low;
  return low < self->n_features && self->hashes[low] == hash;
}

/*
 * cor_classifier_read:
 * @text: (nullable): a message
 * @out: (out caller-allocates): clear it with cor_classifier_text_clear()
 *
 * Words and pieces each make a vector of length one, so that neither drowns the other.
 */
void
cor_classifier_read (const CorClassifier *self, const char *text, CorClassifierText *out)
{
  g_autoptr (GArray) features = cor_text_features (text);
  float squares[2] = { 0.0f, 0.0f };

  out->features = g_new (guint32, MAX (features->len, 1));
  out->values = g_new (float, MAX (features->len, 1));
  out->kinds = g_new (guchar, MAX (features->len, 1));
  out->n = 0;
  for (guint i = 0; i < features->len; i++)
    {
      const CorTextFeature *feature = &g_array_index (features, CorTextFeature, i);
      guint32               known = 0;
      float                 value = 0.0f;

      if (!cor_classifier_find (self, feature->hash, &known))
        continue;
      value = (1.0f + logf ((float) feature->count)) * self->weights[known];
      out->kinds[out->n] = feature->is_piece ? 1 : 0;
      squares[out->kinds[out->n]] += value * value;
      out->features[out->n] = known;
      out->values[out->n++] = value;
    }
  /* most of a text's features are its own: what is kept of thousands of texts is trimmed */
  out->features = g_renew (guint32, out->features, MAX (out->n, 1));
  out->values = g_renew (float, out->values, MAX (out->n, 1));
  out->kinds = g_renew (guchar, out->kinds, MAX (out->n, 1));
  for (guint i = 0; i < out->n; i++)
    out->values[i] /= sqrtf (squares[out->kinds[i]]);
}

void
cor_classifier_text_clear (CorClassifierText *text)
{
  g_clear_pointer (&text->features, g_free);
  g_clear_pointer (&text->values, g_free);
  g_clear_pointer (&text->kinds, g_free);
  text->n = 0;
}

void
cor_classifier_add_row (float *to, const float *row, float factor, guint n)
{
  for (guint i = 0; i < n; i++)
    to[i] += factor * row[i];
}

void
cor_classifier_get_hidden (const CorClassifierNet *net, const CorClassifierText *text, float *hidden)
{
  memcpy (hidden, net->hidden_bias, COR_CLASSIFIER_HIDDEN * sizeof (float));
  for (guint i = 0; i < text->n; i++)
    cor_classifier_add_row (hidden, net->inward + (gsize) text->features[i] * COR_CLASSIFIER_HIDDEN, text->values[i], COR_CLASSIFIER_HIDDEN);
  for (guint i = 0; i < COR_CLASSIFIER_HIDDEN; i++)
    hidden[i] = MAX (hidden[i], 0.0f);
}

void
cor_classifier_get_scores (const CorClassifier *self, const CorClassifierNet *net, const CorClassifierText *text, const float *hidden, float *scores)
{
  memcpy (scores, net->bias, self->width * sizeof (float));
  for (guint i = 0; i < text->n; i++)
    cor_classifier_add_row (scores, net->direct + (gsize) text->features[i] * self->width, text->values[i], self->width);
  for (guint i = 0; i < COR_CLASSIFIER_HIDDEN; i++)
    if (hidden[i] > 0.0f)
      cor_classifier_add_row (scores, net->outward + (gsize) i * self->width, hidden[i], self->width);
}

/*
 * cor_classifier_to_shares:
 *
 * Softmax, in place.
 */
void
cor_classifier_to_shares (float *scores, guint n)
{
  float highest = scores[0];
  float sum = 0.0f;

  for (guint i = 1; i < n; i++)
    highest = MAX (highest, scores[i]);
  for (guint i = 0; i < n; i++)
    {
      scores[i] = expf (scores[i] - highest);
      sum += scores[i];
    }
  for (guint i = 0; i < n; i++)
    scores[i] /= sum;
}

/* By label, what share the nets together give it. */
static float *
get_shares (CorClassifier *self, const CorClassifierText *read)
{
  float            *shares = g_new0 (float, self->width);
  g_autofree float *scores = g_new (float, self->width);
  float             hidden[COR_CLASSIFIER_HIDDEN];

  for (guint i = 0; i < COR_CLASSIFIER_NETS; i++)
    {
      cor_classifier_get_hidden (&self->nets[i], read, hidden);
      cor_classifier_get_scores (self, &self->nets[i], read, hidden, scores);
      cor_classifier_to_shares (scores, self->n_labels);
      cor_classifier_add_row (shares, scores, 1.0f / COR_CLASSIFIER_NETS, self->n_labels);
    }
  return shares;
}

/**
 * cor_classifier_guess:
 * @text: (nullable): a message
 * @guesses: (out caller-allocates) (array length=n_guesses): the likeliest first
 * @n_guesses: how many are wanted
 *
 * Any thread; a fraction of a millisecond. A text without a known feature is answered by how common
 * the labels are.
 *
 * Returns: how many there are: fewer when there are fewer labels
 */
guint
cor_classifier_guess (CorClassifier *self, const char *text, CorGuess *guesses, guint n_guesses)
{
  g_auto (CorClassifierText) read = { NULL, NULL, NULL, 0 };
  g_autofree float *shares = NULL;
  guint             n = MIN (n_guesses, self->n_labels);

  cor_classifier_read (self, text, &read);
  shares = get_shares (self, &read);
  for (guint i = 0; i < n; i++)
    {
      guint best = 0;

      for (guint k = 1; k < self->n_labels; k++)
        if (shares[k] > shares[best])
          best = k;
      guesses[i] = (CorGuess){ self->labels[best], shares[best] };
      shares[best] = -1.0f;
    }
  return n;
}
