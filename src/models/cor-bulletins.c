/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-bulletins"

#include "config.h"

#include "cor-bulletins.h"

#include "cor-reader-locales.h"
#include "cor-result.h"
#include "cor-store-article-lists.h"
#include "cor-store-readings.h"

/*
 * CorBulletins: the regulatory bulletins that the agent has not acknowledged: all, or those that concern a
 * conversation. It follows the store. Main thread only.
 *
 * "changed": there are others.
 */
struct _CorBulletins
{
  GObject parent_instance;

  CorStore     *store;        /* owned */
  GCancellable *reading;      /* owned */
  GPtrArray    *bulletins;    /* owned: CorArticleData without texts, the first in force first */
  char         *today;        /* owned; NULL until it was opened */
  gint64        conversation; /* 0: all */
};

G_DEFINE_FINAL_TYPE (CorBulletins, cor_bulletins, G_TYPE_OBJECT)

static guint changed_signal;

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorBulletins) self = user_data;
  g_autoptr (GPtrArray) bulletins = cor_store_list_articles_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result) || bulletins == NULL)
    return;
  g_ptr_array_unref (self->bulletins);
  self->bulletins = g_steal_pointer (&bulletins);
  g_signal_emit (self, changed_signal, 0);
}

static void
read_list (CorBulletins *self)
{
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  cor_store_list_bulletins_async (self->store, self->today, self->conversation, FALSE, (const char *const *) locales, self->reading, on_listed, g_object_ref (self));
}

static void
on_store_changed (CorBulletins *self, const CorStoreChanges *changes)
{
  if (self->today != NULL && (changes->reset || (changes->topics & (COR_TOPIC_ARTICLES | COR_TOPIC_READINGS)) != 0))
    read_list (self);
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_mark_article_finish (COR_STORE (source), result, &error))
    g_debug ("acknowledge: %s", error->message);
}

static void
cor_bulletins_dispose (GObject *object)
{
  CorBulletins *self = COR_BULLETINS (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_bulletins_parent_class)->dispose (object);
}

static void
cor_bulletins_finalize (GObject *object)
{
  CorBulletins *self = COR_BULLETINS (object);

  g_ptr_array_unref (self->bulletins);
  g_free (self->today);

  G_OBJECT_CLASS (cor_bulletins_parent_class)->finalize (object);
}

static void
cor_bulletins_class_init (CorBulletinsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_bulletins_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_bulletins_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_bulletins_init (CorBulletins *self)
{
  self->bulletins = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
}

/**
 * cor_bulletins_new:
 * @store: where they are
 *
 * Returns: (transfer full): none yet
 */
CorBulletins *
cor_bulletins_new (CorStore *store)
{
  CorBulletins *self = g_object_new (COR_TYPE_BULLETINS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_bulletins_open:
 * @conversation: local id, 0: all that there are
 * @now: the present, seconds since the epoch: a bulletin shows from 30 days before it is in force
 */
void
cor_bulletins_open (CorBulletins *self, gint64 conversation, gint64 now)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (now);

  g_return_if_fail (COR_IS_BULLETINS (self));

  self->conversation = conversation;
  g_free (self->today);
  self->today = g_date_time_format (at, "%Y-%m-%d");
  read_list (self);
}

/**
 * cor_bulletins_get_n:
 *
 * Returns: how many wait to be acknowledged
 */
guint
cor_bulletins_get_n (CorBulletins *self)
{
  g_return_val_if_fail (COR_IS_BULLETINS (self), 0);

  return self->bulletins->len;
}

/**
 * cor_bulletins_get_first:
 *
 * Returns: (transfer none) (nullable): the one to show, without its text
 */
const CorArticleData *
cor_bulletins_get_first (CorBulletins *self)
{
  g_return_val_if_fail (COR_IS_BULLETINS (self), NULL);

  return self->bulletins->len > 0 ? self->bulletins->pdata[0] : NULL;
}

/**
 * cor_bulletins_acknowledge:
 * @id: local id of a bulletin
 *
 * It does not show again.
 */
void
cor_bulletins_acknowledge (CorBulletins *self, gint64 id)
{
  g_return_if_fail (COR_IS_BULLETINS (self));

  cor_store_mark_article_async (self->store, id, COR_READING_ACKNOWLEDGED, NULL, on_marked, NULL);
}
