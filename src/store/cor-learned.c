/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-learned"

#include "config.h"

#include "cor-learned.h"

#include "cor-db.h"

struct _CorLearned
{
  gatomicrefcount ref_count;
  GMutex          mutex;
  gint64          stamp;      /* of what is held; 0: nothing */
  CorClassifier  *classifier; /* NULL: nothing was learned */
};

CorLearned *
cor_learned_ref (CorLearned *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cor_learned_unref (CorLearned *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->classifier, cor_classifier_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * cor_learned_of_store:
 *
 * On the main thread.
 *
 * Returns: (transfer none): what the store's profile learned
 */
CorLearned *
cor_learned_of_store (CorStore *store)
{
  static GQuark quark = 0;
  CorLearned   *self;

  if (quark == 0)
    quark = g_quark_from_static_string ("cor-learned");
  self = g_object_get_qdata (G_OBJECT (store), quark);
  if (self == NULL)
    {
      self = g_new0 (CorLearned, 1);
      g_atomic_ref_count_init (&self->ref_count);
      g_mutex_init (&self->mutex);
      g_object_set_qdata_full (G_OBJECT (store), quark, self, (GDestroyNotify) cor_learned_unref);
    }
  return self;
}

/* What cannot be read, as of another kind of machine, counts as nothing learned: it is learned again. */
static CorClassifier *
load (CorDb *db)
{
  CorClassifier *classifier = NULL;
  sqlite3_stmt  *row = cor_db_query (db, "learned-load", "");

  while (cor_db_next (db, row))
    {
      g_autoptr (GBytes) bytes = cor_column_dup_bytes (row, 0);
      g_autoptr (GError) error = NULL;

      if (bytes != NULL && classifier == NULL)
        classifier = cor_classifier_load (bytes, &error);
      if (error != NULL)
        g_debug ("%s", error->message);
    }
  return classifier;
}

/**
 * cor_learned_reach:
 * @db: of the thread that asks
 *
 * Returns: (transfer full) (nullable): the classifier; %NULL where nothing was learned yet
 */
CorClassifier *
cor_learned_reach (CorLearned *self, CorDb *db)
{
  gint64         stamp = cor_db_get_int (db, "learned-stamp", "");
  CorClassifier *classifier = NULL;

  g_mutex_lock (&self->mutex);
  if (stamp != self->stamp)
    {
      g_clear_pointer (&self->classifier, cor_classifier_unref);
      self->classifier = stamp != 0 ? load (db) : NULL;
      self->stamp = cor_db_has_failed (db) ? 0 : stamp;
    }
  if (self->classifier != NULL)
    classifier = cor_classifier_ref (self->classifier);
  g_mutex_unlock (&self->mutex);
  return classifier;
}
