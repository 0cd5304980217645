/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-classifier-train"

#include "config.h"

#include "cor-classifier-private.h"
#include "cor-text-features.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Chosen on five folds of Banking77's training set; the results are flat around them. */
#define ROUNDS 20
#define STEP 1.0f /* at first; it falls to nothing over the rounds */
#define OUTWARD_STEP 0.03f
#define BIAS_STEP 0.01f
#define FEATURES_KEPT 0.5f /* of a text, each round other ones: so no feature is relied on alone */
#define HIDDEN_KEPT 0.7f
#define INWARD_SPREAD 0.5f /* of the numbers at first */
#define OUTWARD_SPREAD 0.2f

#define LEAST_TEXTS 2                 /* that have a feature, for it to be known: one text would be learned by heart */
#define MOST_BYTES (28 * 1024 * 1024) /* of the rows of all features */
#define SEED 20260401

typedef struct
{
  CorClassifier     *model;
  CorClassifierNet  *net; /* that learns now */
  CorClassifierText *texts;
  guint             *answers; /* index of the label of each text */
  guint              n;
  GRand             *dice;

  CorClassifierText kept; /* what a round sees of a text */
  float             hidden[COR_CLASSIFIER_HIDDEN];
  float             back[COR_CLASSIFIER_HIDDEN];
  float            *scores;
} Training;

typedef struct
{
  guint64 hash;
  guint   n_texts;
} Counted;

/* ----------------------------------------------------------------- the vocabulary */

static int
compare_by_texts (gconstpointer a, gconstpointer b)
{
  const Counted *first = a;
  const Counted *second = b;

  if (first->n_texts != second->n_texts)
    return first->n_texts > second->n_texts ? -1 : 1;
  return first->hash < second->hash ? -1 : first->hash > second->hash;
}

static int
compare_by_hash (gconstpointer a, gconstpointer b)
{
  guint64 first = ((const Counted *) a)->hash;
  guint64 second = ((const Counted *) b)->hash;

  return first < second ? -1 : first > second;
}

/* A table of its own, as it is most of the memory that learning takes: open addressing, at most half full. */
typedef struct
{
  Counted *places; /* n_texts 0: empty */
  gsize    size;   /* a power of two */
  gsize    n;
} Counter;

static Counted *
find_place (Counter *counter, guint64 hash)
{
  gsize place = (gsize) hash & (counter->size - 1);

  while (counter->places[place].n_texts > 0 && counter->places[place].hash != hash)
    place = (place + 1) & (counter->size - 1);
  return &counter->places[place];
}

static void
count_one (Counter *counter, guint64 hash, guint n_texts)
{
  Counted *place = NULL;

  if (2 * counter->n >= counter->size)
    {
      g_autofree Counted *places = counter->places;
      gsize               size = counter->size;

      counter->size = MAX (2 * size, 4096);
      counter->places = g_new0 (Counted, counter->size);
      counter->n = 0;
      for (gsize i = 0; i < size; i++)
        if (places[i].n_texts > 0)
          count_one (counter, places[i].hash, places[i].n_texts);
    }
  place = find_place (counter, hash);
  counter->n += place->n_texts == 0;
  place->hash = hash;
  place->n_texts += n_texts;
}

/* The features that several texts have, with their number. */
static GArray *
count_features (const CorExample *examples, gsize n)
{
  Counter counter = { NULL, 0, 0 };
  GArray *counted = g_array_new (FALSE, FALSE, sizeof (Counted));

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GArray) features = cor_text_features (examples[i].text);

      for (guint k = 0; k < features->len; k++)
        count_one (&counter, g_array_index (features, CorTextFeature, k).hash, 1);
    }
  for (gsize i = 0; i < counter.size; i++)
    if (counter.places[i].n_texts >= LEAST_TEXTS)
      g_array_append_val (counted, counter.places[i]);
  g_free (counter.places);
  return counted;
}

/* The commonest ones that memory is for. */
static void
choose_features (GArray *counted, guint n_labels)
{
  gsize row = ((gsize) n_labels + COR_CLASSIFIER_HIDDEN) * sizeof (float) * COR_CLASSIFIER_NETS;
  guint n = 0;

  g_array_sort (counted, compare_by_texts);
  while (n < counted->len && n < MOST_BYTES / row)
    n++;
  g_array_set_size (counted, n);
  g_array_sort (counted, compare_by_hash);
}

static CorClassifier *
make_model (const CorExample *examples, gsize n_examples, char **labels)
{
  g_autoptr (GArray) counted = count_features (examples, n_examples);
  CorClassifier *model = NULL;

  choose_features (counted, g_strv_length (labels));
  model = cor_classifier_new (labels, counted->len);
  for (guint i = 0; i < counted->len; i++)
    {
      const Counted *one = &g_array_index (counted, Counted, i);

      model->hashes[i] = one->hash;
      model->weights[i] = logf ((1.0f + (float) n_examples) / (1.0f + (float) one->n_texts)) + 1.0f;
    }
  return model;
}

static char **
collect_labels (const CorExample *examples, gsize n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (gsize i = 0; i < n; i++)
    if (g_hash_table_add (seen, (gpointer) examples[i].label))
      g_ptr_array_add (labels, g_strdup (examples[i].label));
  g_ptr_array_add (labels, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&labels), FALSE);
}

/* ------------------------------------------------------------------- the training */

static void
scatter (GRand *dice, float *numbers, gsize n, float spread)
{
  for (gsize i = 0; i < n; i++)
    numbers[i] = ((float) g_rand_double (dice) - 0.5f) * spread;
}

static void
training_init (Training *self, CorClassifier *model, const CorExample *examples, gsize n)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  guint most = 0;

  *self = (Training){ .model = model, .n = (guint) n };
  self->texts = g_new0 (CorClassifierText, n);
  self->answers = g_new (guint, n);
  self->scores = g_new (float, model->width);
  for (guint i = 0; i < model->n_labels; i++)
    g_hash_table_insert (places, model->labels[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < n; i++)
    {
      cor_classifier_read (model, examples[i].text, &self->texts[i]);
      self->answers[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, examples[i].label));
      most = MAX (most, self->texts[i].n);
    }
  self->kept.features = g_new (guint32, MAX (most, 1));
  self->kept.values = g_new (float, MAX (most, 1));
}

/* From here on @net learns: its numbers are thrown anew. */
static void
take_net (Training *self, guint net)
{
  CorClassifier *model = self->model;

  self->net = &model->nets[net];
  g_clear_pointer (&self->dice, g_rand_free);
  self->dice = g_rand_new_with_seed (SEED + net);
  scatter (self->dice, self->net->inward, (gsize) model->n_features * COR_CLASSIFIER_HIDDEN, INWARD_SPREAD);
  scatter (self->dice, self->net->outward, (gsize) COR_CLASSIFIER_HIDDEN * model->width, OUTWARD_SPREAD);
}

static void
training_clear (Training *self)
{
  for (guint i = 0; i < self->n; i++)
    cor_classifier_text_clear (&self->texts[i]);
  cor_classifier_text_clear (&self->kept);
  g_free (self->texts);
  g_free (self->answers);
  g_free (self->scores);
  g_clear_pointer (&self->dice, g_rand_free);
}

/* Half of the text, twice as loud. */
static void
keep_some (Training *self, const CorClassifierText *text)
{
  CorClassifierText *kept = &self->kept;

  kept->n = 0;
  for (guint i = 0; i < text->n; i++)
    if (g_rand_double (self->dice) < FEATURES_KEPT)
      {
        kept->features[kept->n] = text->features[i];
        kept->values[kept->n++] = text->values[i] / FEATURES_KEPT;
      }
}

static void
drop_hidden (Training *self)
{
  for (guint i = 0; i < COR_CLASSIFIER_HIDDEN; i++)
    self->hidden[i] = g_rand_double (self->dice) < HIDDEN_KEPT ? self->hidden[i] / HIDDEN_KEPT : 0.0f;
}

/* @errors: by label, how much too high its share was */
static void
learn (Training *self, const float *errors, float step)
{
  const CorClassifier     *model = self->model;
  CorClassifierNet        *net = self->net;
  const CorClassifierText *text = &self->kept;

  for (guint i = 0; i < COR_CLASSIFIER_HIDDEN; i++)
    {
      float *row = net->outward + (gsize) i * model->width;

      self->back[i] = 0.0f;
      if (self->hidden[i] <= 0.0f)
        continue;
      for (guint k = 0; k < model->width; k++)
        self->back[i] += row[k] * errors[k];
      self->back[i] /= HIDDEN_KEPT;
      cor_classifier_add_row (row, errors, -step * OUTWARD_STEP * self->hidden[i], model->width);
    }
  for (guint i = 0; i < text->n; i++)
    {
      gsize feature = text->features[i];

      cor_classifier_add_row (net->inward + feature * COR_CLASSIFIER_HIDDEN, self->back, -step * text->values[i], COR_CLASSIFIER_HIDDEN);
      cor_classifier_add_row (net->direct + feature * model->width, errors, -step * text->values[i], model->width);
    }
  cor_classifier_add_row (net->hidden_bias, self->back, -step * BIAS_STEP, COR_CLASSIFIER_HIDDEN);
  cor_classifier_add_row (net->bias, errors, -step * BIAS_STEP, model->width);
}

static void
study (Training *self, guint which, float step)
{
  CorClassifier *model = self->model;

  keep_some (self, &self->texts[which]);
  cor_classifier_get_hidden (self->net, &self->kept, self->hidden);
  drop_hidden (self);
  cor_classifier_get_scores (model, self->net, &self->kept, self->hidden, self->scores);
  cor_classifier_to_shares (self->scores, model->n_labels);
  for (guint k = model->n_labels; k < model->width; k++)
    self->scores[k] = 0.0f;
  self->scores[self->answers[which]] -= 1.0f;
  learn (self, self->scores, step);
}

static gboolean
study_all (Training *self, const int *stop, GError **error)
{
  g_autofree guint *order = g_new (guint, self->n);

  for (guint i = 0; i < self->n; i++)
    order[i] = i;
  for (guint round = 0; round < ROUNDS; round++)
    {
      float step = STEP * (1.0f - (float) round / ROUNDS);

      for (guint i = self->n; i > 1; i--)
        {
          guint other = (guint) g_rand_int_range (self->dice, 0, (gint32) i);
          guint kept = order[i - 1];

          order[i - 1] = order[other];
          order[other] = kept;
        }
      for (guint i = 0; i < self->n; i++)
        {
          if (stop != NULL && g_atomic_int_get (stop))
            {
              g_set_error_literal (error, COR_CLASSIFIER_ERROR, COR_CLASSIFIER_ERROR_STOPPED, _ ("Learning was stopped."));
              return FALSE;
            }
          study (self, order[i], step);
        }
    }
  return TRUE;
}

/**
 * cor_classifier_train:
 * @examples: (array length=n_examples): messages and what answered them
 * @n_examples: at least one
 * @stop: (nullable): set to anything but 0, atomically, by another thread that wants it to give up
 * @error: return location: %COR_CLASSIFIER_ERROR_NO_EXAMPLE, %COR_CLASSIFIER_ERROR_STOPPED
 *
 * Blocks for seconds: call it on a thread of its own. The same examples make the same classifier.
 *
 * Returns: (transfer full) (nullable): the classifier, %NULL with @error set
 */
CorClassifier *
cor_classifier_train (const CorExample *examples, gsize n_examples, const int *stop, GError **error)
{
  CorClassifier *model = NULL;
  Training       training;
  gboolean       is_done = TRUE;

  if (n_examples == 0 || n_examples > G_MAXINT32)
    {
      g_set_error_literal (error, COR_CLASSIFIER_ERROR, COR_CLASSIFIER_ERROR_NO_EXAMPLE, _ ("There is no example to learn from."));
      return NULL;
    }
  model = make_model (examples, n_examples, collect_labels (examples, n_examples));
  training_init (&training, model, examples, n_examples);
  for (guint i = 0; is_done && i < COR_CLASSIFIER_NETS; i++)
    {
      take_net (&training, i);
      is_done = study_all (&training, stop, error);
    }
  cor_classifier_remember (model, examples, training.texts, training.answers, training.n);
  training_clear (&training);
  if (!is_done)
    g_clear_pointer (&model, cor_classifier_unref);
  return model;
}
