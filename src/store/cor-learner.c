/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-learner"

#include "config.h"

#include "cor-learner.h"

#include "cor-store-examples.h"
#include "cor-store-learn.h"
#include "cor-store-suggest.h"

/* The start of the window goes first, and replies come in rows. */
#define WAIT_SECONDS 20

/* It is worth while to learn anew after so many new examples, of many a fiftieth. */
#define LEAST_NEW 5
#define NEW_SHARE 50

struct _CorLearner
{
  GObject parent_instance;

  CorStore     *store; /* owned */
  GCancellable *cancellable;
  guint         timeout;
  gboolean      is_busy, is_due; /* due: something came while it was busy */
};

G_DEFINE_FINAL_TYPE (CorLearner, cor_learner, G_TYPE_OBJECT)

/* Callbacks do not keep the learner: it stops when it is dropped. */
static gpointer
watch (CorLearner *self)
{
  GWeakRef *watch = g_new0 (GWeakRef, 1);

  g_weak_ref_init (watch, self);
  return watch;
}

static CorLearner *
reach (gpointer user_data)
{
  GWeakRef   *watch = user_data;
  CorLearner *self = g_weak_ref_get (watch);

  g_weak_ref_clear (watch);
  g_free (watch);
  return self;
}

static void
rest (CorLearner *self,
      GError     *error)
{
  self->is_busy = FALSE;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("%s", error->message);
  if (self->is_due && !g_cancellable_is_cancelled (self->cancellable))
    cor_learner_look (self);
}

static void
on_learned (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CorLearner) self = reach (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree CorLearning *learning = cor_store_learn_finish (COR_STORE (source), result, &error);

  if (self != NULL)
    rest (self, error);
}

static gboolean
is_worth_while (const CorExampleState *state)
{
  return state->has_new_articles || state->n_new >= MAX (LEAST_NEW, state->n_learned / NEW_SHARE);
}

static void
on_state (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CorLearner) self = reach (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree CorExampleState *state = cor_store_load_example_state_finish (COR_STORE (source), result, &error);

  if (self == NULL)
    return;
  if (state != NULL && is_worth_while (state))
    cor_store_learn_async (self->store, self->cancellable, on_learned, watch (self));
  else
    rest (self, error);
}

static void
on_collected (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CorLearner) self = reach (user_data);
  g_autoptr (GError) error = NULL;

  gboolean is_done = cor_store_put_examples_finish (COR_STORE (source), result, &error);

  if (self == NULL)
    return;
  if (is_done)
    cor_store_load_example_state_async (self->store, self->cancellable, on_state, watch (self));
  else
    rest (self, error);
}

/* What was learned is in memory before the first conversation asks. */
static void
on_warm (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CorSuggestResult) nothing = cor_store_suggest_finish (COR_STORE (source), result, NULL);
}

static gboolean
on_timeout (gpointer user_data)
{
  CorLearner *self = user_data;

  self->timeout = 0;
  cor_learner_look (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (CorLearner      *self,
            CorStoreChanges *changes)
{
  /* a reply that was accepted left the outbox; packs and help centres bring articles with questions */
  if ((changes->reset || (changes->topics & (COR_TOPIC_OUTBOX | COR_TOPIC_ARTICLES)) != 0) && self->timeout == 0)
    self->timeout = g_timeout_add_seconds (WAIT_SECONDS, on_timeout, self);
}

static void
cor_learner_dispose (GObject *object)
{
  CorLearner *self = COR_LEARNER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_learner_parent_class)->dispose (object);
}

static void
cor_learner_finalize (GObject *object)
{
  CorLearner *self = COR_LEARNER (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (cor_learner_parent_class)->finalize (object);
}

static void
cor_learner_class_init (CorLearnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_learner_dispose;
  object_class->finalize = cor_learner_finalize;
}

static void
cor_learner_init (CorLearner *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * cor_learner_new:
 *
 * Returns: (transfer full): a learner, which looks for the first time in a while
 */
CorLearner *
cor_learner_new (CorStore *store)
{
  CorLearner *self = g_object_new (COR_TYPE_LEARNER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  cor_store_suggest_async (store, "", NULL, NULL, 1, NULL, on_warm, NULL);
  self->timeout = g_timeout_add_seconds (WAIT_SECONDS, on_timeout, self);
  return self;
}

/**
 * cor_learner_look:
 *
 * Looks now, as it does by itself after a while.
 */
void
cor_learner_look (CorLearner *self)
{
  self->is_due = self->is_busy;
  if (self->is_busy)
    return;
  self->is_busy = TRUE;
  cor_store_collect_examples_async (self->store, self->cancellable, on_collected, watch (self));
}
